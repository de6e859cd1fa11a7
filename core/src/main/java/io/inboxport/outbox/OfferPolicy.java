package io.inboxport.outbox;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Policy of a platform for planned writes that were not sent: they go out again after a time, or
 * wait for a person. It is asked only about writes that had no effect. Must be thread-safe.
 */
@FunctionalInterface
public interface OfferPolicy {
  /**
   * Returns after how long the write is planned again, 0 or more; empty if a person decides.
   *
   * @param entry the entry before the decision
   * @param failure what ended the attempt; null if a later look found no effect
   * @param now the time of the gateway's clock, which {@code retryAt} goes by
   */
  Optional<Duration> offerAgain(OutboxEntry entry, @Nullable InboxException failure, Instant now);

  /** Leaves every write that was not sent to a person. */
  static OfferPolicy person() {
    return (entry, failure, now) -> Optional.empty();
  }

  /**
   * Plans a write again if the budget or the server held it back: at the time that the failure
   * tells, or else after 30 seconds, twice as long after each attempt, an hour at most. After 20
   * attempts, and for every other failure, a person decides. So it is if a look found no effect.
   */
  static OfferPolicy standard() {
    return (entry, failure, now) -> {
      if (entry.attempts() >= 20) {
        return Optional.empty();
      } else if (failure instanceof RateLimited limited) {
        return Optional.of(until(limited.retryAt(), now));
      } else if (failure instanceof Unavailable unavailable) {
        var pause = Duration.ofSeconds(30).multipliedBy(1L << Math.min(entry.attempts(), 7));
        var longest = Duration.ofHours(1);
        return Optional.of(
            unavailable
                .retryAt()
                .map(time -> until(time, now))
                .orElse(pause.compareTo(longest) < 0 ? pause : longest));
      }
      return Optional.empty();
    };
  }

  private static Duration until(Instant time, Instant now) {
    var rest = Duration.between(now, time);
    return rest.isNegative() ? Duration.ZERO : rest;
  }
}
