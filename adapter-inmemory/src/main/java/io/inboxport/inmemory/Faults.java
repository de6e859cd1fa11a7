package io.inboxport.inmemory;

import io.inboxport.conversation.ConversationId;
import io.inboxport.port.Operation;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What the next calls of each operation meet: first in, first out. One call meets one fault, and
 * every fault is accounted for: it is pending until a call meets it, and fired from then on.
 *
 * <p>Thread-safe. A snapshot holds no faults, and restoring one changes none.
 */
public final class Faults {
  private final Clock clock;
  private final Map<Operation, Queue<Fault>> plan = new EnumMap<>(Operation.class);
  private final List<FiredFault> fired = new ArrayList<>();
  // Read without the lock by every call: as a rule there is nothing to meet.
  private volatile int pending;

  Faults(Clock clock) {
    this.clock = clock;
  }

  /**
   * Lets the next call of this operation that meets nothing yet meet this fault.
   *
   * @throws IllegalArgumentException when the operation has no such fault: a broken item is for
   *     {@code LIST} and {@code TIMELINE} only
   */
  public void inject(Operation operation, Fault fault) {
    inject(operation, fault, 1);
  }

  /**
   * Lets as many of the next calls of this operation meet this fault.
   *
   * @param times how many calls, at least 1
   * @throws IllegalArgumentException when the operation has no such fault, or the number is not
   *     positive
   */
  public synchronized void inject(Operation operation, Fault fault, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("The fault is for " + times + " calls: give at least 1.");
    }
    if (fault.kind() == Fault.Kind.BROKEN_ITEM
        && operation != Operation.LIST
        && operation != Operation.TIMELINE) {
      throw new IllegalArgumentException(
          operation + " answers with no page that an item could break: use LIST or TIMELINE.");
    }
    var queue = plan.computeIfAbsent(operation, o -> new ArrayDeque<>());
    for (int i = 0; i < times; i++) {
      queue.add(fault);
    }
    pending = pending + times;
  }

  /** The faults that calls have met, in that order. */
  public synchronized List<FiredFault> fired() {
    return List.copyOf(fired);
  }

  /** How many faults no call has met yet. */
  public int pending() {
    return pending;
  }

  /** Forgets all faults, pending and fired. */
  public synchronized void clear() {
    plan.clear();
    fired.clear();
    pending = 0;
  }

  /** What a call meets, accounted for, or null for nothing. */
  @Nullable FiredFault meet(Operation operation, @Nullable ConversationId conversation) {
    return pending == 0 ? null : take(operation, conversation);
  }

  private synchronized @Nullable FiredFault take(
      Operation operation, @Nullable ConversationId conversation) {
    var queue = plan.get(operation);
    var fault = queue == null ? null : queue.poll();
    if (fault == null) {
      return null;
    }
    var met = new FiredFault(operation, conversation, fault, clock.instant());
    pending = pending - 1;
    fired.add(met);
    return met;
  }
}
