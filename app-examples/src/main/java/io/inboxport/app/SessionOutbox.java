package io.inboxport.app;

import io.inboxport.call.InboxWrite;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxResult;
import io.inboxport.outbox.OutboxResult.Outcome;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.OutboxStore;
import io.inboxport.outbox.OutboxUnavailable;
import io.inboxport.outbox.Settlement;
import io.inboxport.port.InboxGateway;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Outbox of one run. A write that has no key of the user's gets one for this run. */
final class SessionOutbox {
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration LONGEST_LEASE = Duration.ofHours(1);

  private final KeptAnswers answers = new KeptAnswers();
  private final Outbox outbox;

  /**
   * Creates the outbox of a run.
   *
   * @param deadline the longest that a call may take; null for the gateway's own
   */
  SessionOutbox(InboxGateway gateway, OutboxStore store, @Nullable Duration deadline) {
    outbox = Outbox.over(answers.of(gateway), store).lease(lease(deadline)).build();
  }

  /** A lease is longer than a call can take. */
  private static Duration lease(@Nullable Duration deadline) {
    if (deadline == null || deadline.compareTo(LEASE) < 0) {
      return LEASE;
    }
    var longer = deadline.plus(LEASE);
    return longer.compareTo(LONGEST_LEASE) < 0 ? longer : LONGEST_LEASE;
  }

  Outbox outbox() {
    return outbox;
  }

  /** Answer of the server to the write of this run. */
  KeptAnswers answers() {
    return answers;
  }

  static OutboxKey newKey() {
    return OutboxKey.of("inbox-" + UUID.randomUUID());
  }

  /** Sends a write under a key that belongs to this run: what is settled is forgotten. */
  OutboxResult sendUnnamed(OutboxKey key, InboxWrite write) {
    var result = outbox.once(key, write);
    forgetUnlessInDoubt(key, result);
    return result;
  }

  /** Forgets a write of which no line can ask again, and its text with it. */
  void forgetUnlessInDoubt(OutboxKey key, OutboxResult result) {
    if (result.outcome() == Outcome.IN_DOUBT) {
      return;
    }
    try {
      var entry = outbox.find(key);
      if (entry.isPresent()) {
        if (entry.get().state() == OutboxState.NOT_SENT) {
          outbox.settle(key, Settlement.GIVEN_UP);
        }
        outbox.forget(key);
      }
    } catch (OutboxUnavailable | IllegalStateException | IllegalArgumentException e) {
      // The fate of the write is known, and is told. Its row can be forgotten later.
    }
  }
}
