package io.inboxport.outbox;

import io.inboxport.call.InboxException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pause after which one write is planned again, as a policy says. */
@FunctionalInterface
interface OfferedPause {
  /** A caller asked for the write, and decides itself. */
  OfferedPause NONE = failure -> Optional.empty();

  /** The answer of a policy about this entry. */
  static OfferedPause by(OfferPolicy policy, OutboxEntry entry, Clock clock) {
    return failure -> policy.offerAgain(entry, failure, clock.instant());
  }

  /** Returns the pause; empty if the write is not planned again. */
  Optional<Duration> after(@Nullable InboxException failure);
}
