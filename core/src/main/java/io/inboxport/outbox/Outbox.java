package io.inboxport.outbox;

import io.inboxport.call.InboxWrite;
import io.inboxport.port.InboxGateway;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Outbox of one account: it sends each write at most once, even if the process dies at any moment,
 * and finds out afterwards what became of it.
 *
 * <p>Before a write leaves, its entry says so in the {@link OutboxStore}, and outlasts a crash.
 * Nothing sends such an entry again by itself. If the process dies, {@link #recover} looks whether
 * the conversation shows the effect.
 *
 * <p>A write that was not sent goes out again only when a caller, the {@link OfferPolicy} or a
 * person offers it. That is safe as far as {@link io.inboxport.Inbox#reconcile} is: a server that
 * executes a write later than the settling time can make two of it.
 *
 * <p>Every method may throw {@link OutboxUnavailable}; nothing was sent because of it. Thread-safe;
 * any number of processes may share a store.
 */
public final class Outbox {
  private final InboxGateway gateway;
  private final OutboxStore store;
  private final OutboxRules rules;
  private final AttemptRunner attempts;
  private final DoubtResolver doubts;

  Outbox(OutboxSettings settings) {
    this.gateway = settings.gateway();
    this.store = settings.store();
    this.rules = settings.rules();
    this.attempts = new AttemptRunner(settings);
    this.doubts = new DoubtResolver(settings);
  }

  /** Starts to build the outbox of the account behind this gateway. */
  public static OutboxBuilder over(InboxGateway gateway, OutboxStore store) {
    return new OutboxBuilder(gateway, store);
  }

  /**
   * Sends a write unless it was sent before under this key, and tells its fate. It does not wait
   * for what is planned. Asked again with the same key, it tells what is known; it sends again only
   * what is known to have had no effect, and looks when it is time to look.
   *
   * <p>A reply is judged first, and before a text leaves, the newest entry of the timeline is read.
   * What fails so early leaves no entry.
   *
   * @throws IllegalArgumentException when the key was used for another write, or the write is one
   *     that no server would take
   */
  public OutboxResult once(OutboxKey key, InboxWrite write) {
    WriteSender.check(write);
    var content = OutboxContent.of(key, write);
    // Nearly every key is new: what needs no call first is added without a look for its key.
    boolean isLooking = attempts.isReading(write);
    while (true) {
      var known = isLooking ? store.find(key) : Optional.<OutboxEntry>empty();
      var result =
          known.isPresent()
              ? again(known.get().checkSame(content), write)
              : attempts.first(key, content, write);
      if (result.isPresent()) {
        return result.get();
      }
      // The key was there, or another worker was faster: its entry, or its step, tells.
      isLooking = true;
    }
  }

  private Optional<OutboxResult> again(OutboxEntry entry, InboxWrite write) {
    return switch (OutboxRules.stepOf(entry)) {
      case SEND -> attempts.again(entry, write);
      case LOOK -> doubts.look(entry, turn());
      case WAIT, NONE -> Optional.of(known(entry));
    };
  }

  private OutboxResult known(OutboxEntry entry) {
    return KnownFate.of(entry, gateway.clock().instant());
  }

  /**
   * Plans a write, in a transaction of its own; {@link #drain} sends it. Planning the same write
   * under the same key again changes nothing.
   *
   * @return whether it was planned now; false if the key had its entry already
   * @throws IllegalArgumentException when the key was used for another write, or the write is one
   *     that no server would take
   */
  public boolean plan(OutboxKey key, InboxWrite write) {
    var content = contentToPlan(key, write);
    while (!store.add(key, content, OutboxChange.planned())) {
      var known = store.find(key);
      if (known.isPresent()) {
        known.get().checkSame(content);
        return false;
      }
      // The entry was forgotten in between, so that the key is free.
    }
    return true;
  }

  /**
   * Returns the content of an entry for a write that is to be planned; a store uses it to plan in a
   * transaction of the caller.
   *
   * @throws IllegalArgumentException when the write is one that no server would take
   */
  public static OutboxContent contentToPlan(OutboxKey key, InboxWrite write) {
    WriteSender.check(write);
    return OutboxContent.of(key, write);
  }

  /**
   * Sends planned writes, in the order of each conversation, until none is due, or so many were
   * dealt with, or the server or the budget holds them back. Runs on the calling thread, at the
   * pace of the gateway's budget; several threads and processes may call it at once.
   *
   * @param most how many at most, 1 or more
   * @throws IllegalArgumentException when the number is below 1
   */
  public OutboxReport drain(int most) {
    positive(most);
    var report = OutboxReport.NOTHING;
    while (report.total() < most) {
      var planned = store.takePlanned(turn(), rules.lease());
      if (planned.isEmpty()) {
        break;
      }
      var result = attempts.planned(planned.get());
      if (result.isPresent()) {
        report = report.with(result.get().outcome());
        if (AttemptRunner.isHeldBack(result.get())) {
          break;
        }
      }
    }
    return report;
  }

  /**
   * Looks up writes whose fate is open and whose time to look has come: those that a process left
   * behind when it died, and those whose answer did not come. Reads only. One worker looks at a
   * time; if another one does, this returns.
   *
   * @param most how many at most, 1 or more
   * @throws IllegalArgumentException when the number is below 1
   */
  public OutboxReport recover(int most) {
    positive(most);
    var report = OutboxReport.NOTHING;
    while (report.total() < most) {
      var turn = turn();
      var entry = store.takeDoubtful(turn, OutboxRules.LOOK);
      if (entry.isEmpty()) {
        break;
      }
      var result = doubts.resolve(entry.get(), turn);
      report = report.with(result.outcome());
      if (result.failure().isPresent()) {
        break;
      }
    }
    return report;
  }

  /**
   * Looks at one write whose fate is open, even before its time has come: an effect that is there
   * can be told early. Reads only. Of any other write, it tells what is known.
   *
   * @throws IllegalArgumentException when there is no such entry
   */
  public OutboxResult look(OutboxKey key) {
    while (true) {
      var entry = existing(key);
      var result =
          OutboxRules.mayLook(entry) ? doubts.look(entry, turn()) : Optional.of(known(entry));
      if (result.isPresent()) {
        return result.get();
      }
    }
  }

  private static void positive(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("The number of writes is " + most + ": give 1 or more.");
    }
  }

  private static String turn() {
    return UUID.randomUUID().toString();
  }

  /** Returns the entry with this key; empty if there is none, or it was forgotten. */
  public Optional<OutboxEntry> find(OutboxKey key) {
    return store.find(key);
  }

  /**
   * Returns entries in these states, the oldest first.
   *
   * @param most how many at most, 1 or more
   * @throws IllegalArgumentException when the number is below 1
   */
  public List<OutboxEntry> list(Set<OutboxState> states, int most) {
    positive(most);
    return states.isEmpty() ? List.of() : store.list(EnumSet.copyOf(states), most);
  }

  /**
   * Writes down what a person has found out about a write that is planned, not sent or in doubt.
   *
   * @throws IllegalArgumentException when there is no such entry
   * @throws IllegalStateException when a worker has it in hand, or its fate is final already; the
   *     message says which
   */
  public void settle(OutboxKey key, Settlement settlement) {
    var entry = existing(key);
    var change = rules.settle(settlement.state(), settlement.due(), "A person said so.");
    if (entry.state().isFinal()
        || !store.change(key, OutboxCondition.free(entry.state()), change)) {
      throw new IllegalStateException(
          "The write \"%s\" is %s%s, so that it cannot be settled now."
              .formatted(
                  key,
                  entry.state().words(),
                  entry.state().isFinal() ? "" : ", and a worker has it in hand"));
    }
  }

  /**
   * Removes an entry whose fate is final. Its key is free again: a write under it would be sent.
   *
   * @throws IllegalArgumentException when there is no such entry
   * @throws IllegalStateException when its fate is open: settle it first
   */
  public void forget(OutboxKey key) {
    var entry = existing(key);
    if (!entry.state().isFinal() || !store.remove(key)) {
      throw new IllegalStateException(
          "The write \"%s\" is %s: settle it first.".formatted(key, entry.state().words()));
    }
  }

  /**
   * Removes the entries whose fate has been final for longer than this. Their keys are free again:
   * keep them for longer than anything can ask a second time.
   *
   * @return how many
   * @throws IllegalArgumentException when the length is negative
   */
  public int forgetFinal(Duration age) {
    if (age.isNegative()) {
      throw new IllegalArgumentException("The age is " + age + ": give 0 or more.");
    }
    return store.removeFinal(age);
  }

  private OutboxEntry existing(OutboxKey key) {
    return store
        .find(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The outbox has no write \"" + key + "\": list its entries to see the keys."));
  }
}
