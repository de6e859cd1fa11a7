package io.inboxport.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Estimate of the time that work still takes: as long as it took so far for as much, and once the
 * budget has held it back, no less than the budget takes to let the calls through. The first
 * minute's calls go out in a few seconds, so what it took until then says little. Thread-safe.
 */
final class ProgressEstimate {
  private static final long CALLS_A_MINUTE = 60;

  private final Clock clock;
  private final Instant began;
  private long before = -1;
  private long done;
  private long left;
  private long calls;
  private Instant heldUntil = Instant.MIN;

  ProgressEstimate(Clock clock) {
    this.clock = clock;
    this.began = clock.instant();
  }

  /** So much of what is known is done, by so many calls. What was done at first took no time. */
  synchronized void at(long done, long known, long calls) {
    if (before < 0) {
      before = done;
    }
    this.done = done - before;
    this.left = known - done;
    this.calls = calls;
  }

  /** The budget lets the next call out at this time. */
  synchronized void heldUntil(Instant time) {
    heldUntil = time;
  }

  /** The time left; empty as long as nothing can be said. */
  synchronized Optional<Duration> left() {
    if (done == 0) {
      return Optional.empty();
    }
    var now = clock.instant();
    var asSoFar = Duration.between(began, now).multipliedBy(left).dividedBy(done);
    if (heldUntil.equals(Instant.MIN)) {
      return Optional.of(asSoFar);
    }
    var byBudget =
        Duration.ofMinutes(1).multipliedBy(left * calls).dividedBy(done * CALLS_A_MINUTE);
    return Optional.of(
        Collections.max(List.of(asSoFar, byBudget, Duration.between(now, heldUntil))));
  }
}
