package io.inboxport.outbox;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxWrite;
import io.inboxport.outbox.OutboxResult.Outcome;
import io.inboxport.outbox.WriteSender.ReadyWrite;
import io.inboxport.port.InboxGateway;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Runner of attempts: it writes down that a write is sending, makes the call, and writes down its
 * fate. An empty result says that another worker was faster, and that nothing was sent.
 */
final class AttemptRunner {
  private static final Set<InboxException.Kind> HOLD_ALL_BACK =
      EnumSet.of(
          InboxException.Kind.RATE_LIMITED,
          InboxException.Kind.UNAVAILABLE,
          InboxException.Kind.AUTHENTICATION_FAILED,
          InboxException.Kind.OUTCOME_UNKNOWN);

  private final OutboxSettings settings;
  private final InboxGateway gateway;
  private final OutboxStore store;
  private final OutboxRules rules;
  private final WriteSender sender;
  private final FateRecorder recorder;

  AttemptRunner(OutboxSettings settings) {
    this.settings = settings;
    this.gateway = settings.gateway();
    this.store = settings.store();
    this.rules = settings.rules();
    this.sender = new WriteSender(gateway, settings.readingNewest());
    this.recorder = new FateRecorder(gateway, store, rules);
  }

  /** Returns whether the next write would fare no better now. */
  static boolean isHeldBack(OutboxResult result) {
    return result.failure().map(InboxException::kind).filter(HOLD_ALL_BACK::contains).isPresent();
  }

  /** Returns whether the server is read before this write leaves. */
  boolean isReading(InboxWrite write) {
    return sender.isReading(write);
  }

  /** Sends a write that has no entry yet. */
  Optional<OutboxResult> first(OutboxKey key, OutboxContent content, InboxWrite write) {
    ReadyWrite ready;
    try {
      ready = sender.prepare(write);
    } catch (InboxException failure) {
      return Optional.of(recorder.resultOf(failure));
    }
    var attempt = new SendAttempt(key, newHolder(), lease(), OfferedPause.NONE);
    var begin = rules.begin(attempt.holder(), ready.newestBefore());
    return begun(attempt, OutboxState.NOT_SENT, () -> store.add(key, content, begin))
        ? Optional.of(send(attempt, ready))
        : Optional.empty();
  }

  /** Sends a write that is planned or was not sent, because a caller asks for it. */
  Optional<OutboxResult> again(OutboxEntry entry, InboxWrite write) {
    var attempt = new SendAttempt(entry.key(), newHolder(), lease(), OfferedPause.NONE);
    return attempt(attempt, OutboxCondition.free(entry.state()), write);
  }

  /** Sends a planned write that this worker has in hand. */
  Optional<OutboxResult> planned(OutboxEntry entry) {
    var holder = entry.holder();
    var held = OutboxCondition.heldBy(holder, OutboxState.PLANNED);
    var offered = OfferedPause.by(settings.policy(), entry, gateway.clock());
    Optional<OutboxResult> result;
    try {
      var write = entry.write().orElseThrow();
      result = attempt(new SendAttempt(entry.key(), holder, lease(), offered), held, write);
    } catch (UnreadableWrite unreadable) {
      var words = "What the store kept of it cannot be read, so it was not sent.";
      result =
          store.change(entry.key(), held, rules.settle(OutboxState.NOT_SENT, null, words))
              ? Optional.of(OutboxResult.of(Outcome.NOT_SENT, words))
              : Optional.empty();
    }
    result.ifPresent(known -> settings.listener().heard(entry, known));
    return result;
  }

  private Optional<OutboxResult> attempt(
      SendAttempt attempt, OutboxCondition before, InboxWrite write) {
    ReadyWrite ready;
    try {
      ready = sender.prepare(write);
    } catch (InboxException failure) {
      return recorder.unprepared(attempt, before, failure);
    }
    var begin = rules.begin(attempt.holder(), ready.newestBefore());
    return begun(attempt, before.state(), () -> store.change(attempt.key(), before, begin))
        ? Optional.of(send(attempt, ready))
        : Optional.empty();
  }

  /** Writes down that the write is sending. If that fails, it is not sent. */
  private boolean begun(SendAttempt attempt, OutboxState before, BooleanSupplier step) {
    try {
      return step.getAsBoolean();
    } catch (OutboxUnavailable failure) {
      // The step may be done all the same. No one else knows that nothing leaves.
      recorder.giveUp(attempt, before, failure);
      throw failure;
    }
  }

  private OutboxResult send(SendAttempt attempt, ReadyWrite ready) {
    try {
      var words = sender.send(ready.write(), attempt.lease());
      return recorder.sent(attempt, "The server took it." + words);
    } catch (InboxException failure) {
      return recorder.failed(attempt, failure);
    } catch (RuntimeException | Error broken) {
      // A gateway throws nothing else. What one that does has done is unknown.
      recorder.broken(attempt, broken);
      throw broken;
    }
  }

  private static String newHolder() {
    return UUID.randomUUID().toString();
  }

  private SendLease lease() {
    return new SendLease(gateway.clock(), settings.nanos(), rules.lease());
  }
}
