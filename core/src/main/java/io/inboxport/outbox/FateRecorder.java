package io.inboxport.outbox;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.outbox.OutboxChange.Mark;
import io.inboxport.outbox.OutboxResult.Outcome;
import io.inboxport.port.InboxGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recorder of what became of an attempt, in the store and in words. */
final class FateRecorder {
  private static final String NOT_RECORDED =
      " The outbox could not write that down: a later look at the conversation will.";

  private final InboxGateway gateway;
  private final OutboxStore store;
  private final OutboxRules rules;

  FateRecorder(InboxGateway gateway, OutboxStore store, OutboxRules rules) {
    this.gateway = gateway;
    this.store = store;
    this.rules = rules;
  }

  /** The server took the write. */
  OutboxResult sent(SendAttempt attempt, String words) {
    boolean recorded = record(attempt, rules.end(OutboxState.DONE, words));
    return OutboxResult.of(Outcome.SENT, recorded ? words : words + NOT_RECORDED);
  }

  /** The call failed, and may have had its effect or not, as the kind says. */
  OutboxResult failed(SendAttempt attempt, InboxException failure) {
    var again = again(attempt.offered(), failure);
    boolean recorded = record(attempt, changeAfter(failure, Mark.END, again));
    var result = result(failure, again);
    return recorded ? result : withWords(result, NOT_RECORDED);
  }

  /** A read before the departure failed: nothing left. */
  Optional<OutboxResult> unprepared(
      SendAttempt attempt, OutboxCondition before, InboxException failure) {
    var again = again(attempt.offered(), failure);
    return store.change(attempt.key(), before, changeAfter(failure, Mark.NONE, again))
        ? Optional.of(result(failure, again))
        : Optional.empty();
  }

  /** A gateway broke its contract. */
  void broken(SendAttempt attempt, Throwable cause) {
    try {
      var words = "The call ended in a way that tells nothing: " + cause.getClass().getName() + ".";
      record(attempt, rules.end(OutboxState.IN_DOUBT, words));
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  /** The store failed, and may say that the write is sending. It is not: all is as before. */
  void giveUp(SendAttempt attempt, OutboxState before, OutboxUnavailable cause) {
    try {
      var held = OutboxCondition.heldBy(attempt.holder(), OutboxState.SENDING);
      var words = "The outbox failed before it was sent.";
      var change =
          before == OutboxState.PLANNED
              ? rules.planAgain(Duration.ZERO, Mark.END, words)
              : rules.end(OutboxState.NOT_SENT, words);
      store.change(attempt.key(), held, change);
    } catch (RuntimeException e) {
      // A later look tells the same.
      cause.addSuppressed(e);
    }
  }

  /** Returns the result of a failure that left no entry. */
  OutboxResult resultOf(InboxException failure) {
    return result(failure, null);
  }

  private static @Nullable Duration again(OfferedPause offered, InboxException failure) {
    return OutboxRules.stateAfter(failure.kind()) == OutboxState.NOT_SENT
        ? offered.after(failure).orElse(null)
        : null;
  }

  private OutboxChange changeAfter(InboxException failure, Mark mark, @Nullable Duration again) {
    var state = OutboxRules.stateAfter(failure.kind());
    var words = OutboxRules.noteAfter(failure.kind());
    if (state == OutboxState.NOT_SENT) {
      return notSent(again, mark, words);
    }
    return mark == Mark.END ? rules.end(state, words) : rules.settle(state, null, words);
  }

  private OutboxChange notSent(@Nullable Duration again, Mark mark, String words) {
    return again != null
        ? rules.planAgain(again, mark, words)
        : mark == Mark.END
            ? rules.end(OutboxState.NOT_SENT, words)
            : rules.settle(OutboxState.NOT_SENT, null, words);
  }

  private OutboxResult result(InboxException failure, @Nullable Duration again) {
    var now = gateway.clock().instant();
    return switch (OutboxRules.stateAfter(failure.kind())) {
      case REFUSED -> new OutboxResult(Outcome.REFUSED, words(failure), null, failure);
      case IN_DOUBT ->
          new OutboxResult(Outcome.IN_DOUBT, words(failure), now.plus(rules.settling()), failure);
      case NOT_SENT, PLANNED, SENDING, DONE ->
          new OutboxResult(
              Outcome.NOT_SENT,
              words(failure),
              again == null ? retryAt(failure) : now.plus(again),
              failure);
    };
  }

  private static String words(InboxException failure) {
    return OutboxRules.noteAfter(failure.kind());
  }

  private static @Nullable Instant retryAt(InboxException failure) {
    if (failure instanceof RateLimited limited) {
      return limited.retryAt();
    }
    return failure instanceof Unavailable unavailable ? unavailable.retryAt().orElse(null) : null;
  }

  private static OutboxResult withWords(OutboxResult result, String more) {
    return new OutboxResult(
        result.outcome(), result.explanation() + more, result.retryAt(), result.cause());
  }

  /** Writes the fate down; tries twice, since a pool may have given out a dead connection. */
  private boolean record(SendAttempt attempt, OutboxChange change) {
    try {
      return recordOnce(attempt, change);
    } catch (OutboxUnavailable first) {
      try {
        return recordOnce(attempt, change);
      } catch (OutboxUnavailable second) {
        return false;
      }
    }
  }

  private boolean recordOnce(SendAttempt attempt, OutboxChange change) {
    var held = OutboxCondition.heldBy(attempt.holder(), OutboxState.SENDING);
    if (store.change(attempt.key(), held, change)) {
      return true;
    }
    var entry = store.find(attempt.key());
    if (entry.isEmpty() || entry.get().state() == change.to()) {
      return entry.isPresent();
    }
    // A look came first. That the server took it stays true, whatever was seen. A refusal does not:
    // another attempt may have begun since.
    return change.to() == OutboxState.DONE
        && !entry.get().state().isFinal()
        && store.change(attempt.key(), OutboxCondition.anyhow(entry.get().state()), change);
  }
}
