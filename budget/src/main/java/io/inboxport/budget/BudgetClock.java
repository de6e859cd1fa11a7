package io.inboxport.budget;

import static io.inboxport.budget.RequestAllowance.later;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Clock of a budget: monotonic time for windows, the wall clock for days. */
final class BudgetClock {
  // Long enough for every wait, and short enough that adding it to a time cannot overflow twice.
  private static final Duration LONGEST = Duration.ofDays(10_000);

  private final MonotonicTime time;
  private final Clock clock;
  // Guarded by the budget's lock.
  private long latest;
  private long millis;

  BudgetClock(MonotonicTime time, Clock clock) {
    this.time = time;
    this.clock = clock;
    this.latest = time.nanos();
    this.millis = clock.millis();
  }

  /** The monotonic time; needs no lock. */
  long read() {
    return time.nanos();
  }

  /**
   * Returns the time that was read, but never one before an observed one: the windows need their
   * answers in order. Taking an answer for a later one is safe.
   */
  long observe(long read) {
    latest = later(latest, read);
    return latest;
  }

  /** Reads the wall clock, and returns the monotonic time: one decision goes by one reading. */
  long observe() {
    millis = clock.millis();
    return observe(time.nanos());
  }

  /** The wall clock's milliseconds at the last decision. */
  long millis() {
    return millis;
  }

  /** Converts a monotonic time to the wall clock; needs no lock. */
  Instant wallTime(long nanos) {
    return clock.instant().plusNanos(nanos - time.nanos());
  }

  void park(long nanos) throws InterruptedException {
    time.park(nanos);
  }

  void unpark(Thread thread) {
    time.unpark(thread);
  }

  /** The length in nanoseconds; some decades at most. */
  static long nanos(Duration duration) {
    return (duration.compareTo(LONGEST) < 0 ? duration : LONGEST).toNanos();
  }
}
