package io.inboxport.outbox;

import io.inboxport.Inbox;
import io.inboxport.Reconciliation;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.outbox.OutboxResult.Outcome;
import io.inboxport.port.InboxGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolver of doubts: it looks whether a conversation shows the effect of a write. Reads only. */
final class DoubtResolver {
  /** The pause before the next look if a read fails. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final OutboxSettings settings;
  private final InboxGateway gateway;
  private final Inbox inbox;
  private final OutboxStore store;
  private final OutboxRules rules;

  DoubtResolver(OutboxSettings settings) {
    this.settings = settings;
    this.gateway = settings.gateway();
    this.store = settings.store();
    this.rules = settings.rules();
    this.inbox = Inbox.over(gateway).settlingFor(rules.settling());
  }

  /** Looks at a write because a caller asks; empty if another worker was faster. */
  Optional<OutboxResult> look(OutboxEntry entry, String turn) {
    var taken =
        new OutboxChange(
            entry.state(),
            turn,
            OutboxRules.LOOK,
            Duration.ZERO,
            OutboxChange.Mark.NONE,
            null,
            entry.note());
    return store.change(entry.key(), OutboxCondition.free(entry.state()), taken)
        ? Optional.of(resolve(entry, turn))
        : Optional.empty();
  }

  /** Looks at a write that this worker has in hand, and writes down what it saw. */
  OutboxResult resolve(OutboxEntry entry, String turn) {
    var result = seen(entry, turn);
    settings.listener().heard(entry, result);
    return result;
  }

  private OutboxResult seen(OutboxEntry entry, String turn) {
    var held = OutboxCondition.heldBy(turn, entry.state());
    try {
      return settled(entry, held, reconcile(entry));
    } catch (UnreadableWrite unreadable) {
      var words = "What the store kept of it cannot be read: look at the conversation yourself.";
      store.change(entry.key(), held, rules.settle(OutboxState.IN_DOUBT, null, words));
      return OutboxResult.of(Outcome.IN_DOUBT, words);
    } catch (InboxException failure) {
      return unseen(entry, held, failure);
    }
  }

  /** Looks with the times of the attempt as this gateway's clock would have shown them. */
  private Reconciliation reconcile(OutboxEntry entry) {
    var attempt = Objects.requireNonNull(entry.lastAttempt(), "attempt");
    var now = gateway.clock().instant();
    var write = entry.write().orElseThrow();
    var unknown =
        new OutcomeUnknown(
            write,
            now.minus(Duration.between(attempt.begunAt(), entry.readAt())),
            now.minus(Duration.between(attempt.endedBy(), entry.readAt())),
            "The outbox does not know its fate.",
            null);
    return attempt.newestBefore() == null
        ? inbox.reconcile(unknown)
        : inbox.reconcile(unknown, attempt.newestBefore());
  }

  private OutboxResult settled(OutboxEntry entry, OutboxCondition held, Reconciliation seen) {
    var words = "A look found: " + seen.explanation();
    var again =
        seen.outcome() == Reconciliation.Outcome.NOT_DONE
            ? OfferedPause.by(settings.policy(), entry, gateway.clock()).after(null).orElse(null)
            : null;
    var due = seen.lookAgainAt().map(this::from).orElse(null);
    var change =
        again != null
            ? rules.planAgain(again, OutboxChange.Mark.NONE, words)
            : rules.settle(OutboxRules.stateAfter(seen.outcome()), due, words);
    if (!store.change(entry.key(), held, change)) {
      // The answer came after all, or a person was faster.
      return store
          .find(entry.key())
          .map(now -> KnownFate.of(now, gateway.clock().instant()))
          .orElseGet(() -> OutboxResult.of(Outcome.IN_DOUBT, "Its entry was removed meanwhile."));
    }
    return switch (seen.outcome()) {
      case DONE -> OutboxResult.of(Outcome.ALREADY_DONE, words);
      case NOT_DONE -> result(Outcome.NOT_SENT, words, again, null);
      case INCONCLUSIVE -> result(Outcome.IN_DOUBT, words, due, null);
    };
  }

  /** The conversation could not be read: later it may be. One that is gone stays so. */
  private OutboxResult unseen(OutboxEntry entry, OutboxCondition held, InboxException failure) {
    var words = "A look failed. " + OutboxRules.noteAfter(failure.kind());
    var pause = failure.kind() == InboxException.Kind.NOT_FOUND ? null : PAUSE;
    store.change(entry.key(), held, rules.settle(OutboxState.IN_DOUBT, pause, words));
    return result(Outcome.IN_DOUBT, words, pause, failure);
  }

  private OutboxResult result(
      Outcome outcome, String words, @Nullable Duration pause, @Nullable InboxException failure) {
    var at = pause == null ? null : gateway.clock().instant().plus(pause);
    return new OutboxResult(outcome, words, at, failure);
  }

  private Duration from(Instant time) {
    var rest = Duration.between(gateway.clock().instant(), time);
    return rest.isNegative() ? Duration.ZERO : rest;
  }
}
