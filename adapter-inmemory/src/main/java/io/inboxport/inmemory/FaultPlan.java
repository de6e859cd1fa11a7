package io.inboxport.inmemory;

import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Plan of the faults that the next calls of each operation meet: first in, first out. One call
 * meets one fault. A fault is pending until a call meets it, and fired once that call has ended.
 *
 * <p>Thread-safe. A snapshot holds no faults, and restoring one changes none.
 */
public final class FaultPlan {
  /** Number of fired faults that are remembered, the latest; all are counted. */
  public static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<Operation, Deque<Planned>> plan = new EnumMap<>(Operation.class);
  private final Deque<FiredFault> fired = new ArrayDeque<>();
  private final Map<InboxException, FiredFault> behind = new WeakHashMap<>();
  private long firedCount;
  // Read without the lock by every call: mostly there is nothing to meet.
  private volatile long pending;

  FaultPlan(Clock clock) {
    this.clock = clock;
  }

  /**
   * The next call of this operation for which no fault is planned yet meets this one.
   *
   * @throws IllegalArgumentException when the fault is not for this operation
   */
  public void inject(Operation operation, Fault fault) {
    inject(operation, fault, 1);
  }

  /**
   * As many of the next calls of this operation meet this fault.
   *
   * @param times how many calls, at least 1; {@link Integer#MAX_VALUE} is as good as always
   * @throws IllegalArgumentException when the fault is not for this operation, or the number is not
   *     positive
   */
  public synchronized void inject(Operation operation, Fault fault, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("The fault is for " + times + " calls: give at least 1.");
    }
    fault.checkFor(operation);
    plan.computeIfAbsent(operation, o -> new ArrayDeque<>()).add(new Planned(fault, times, 0));
    pending = pending + times;
  }

  /**
   * Returns the faults that calls have met, in the order they ended; the latest {@value
   * #REMEMBERED}.
   */
  public synchronized List<FiredFault> fired() {
    return List.copyOf(fired);
  }

  /** Returns how many faults calls have met. */
  public synchronized long firedCount() {
    return firedCount;
  }

  /** Returns how many faults no call has met yet. */
  public long pending() {
    return pending;
  }

  /**
   * Returns the faults that were planned for more calls than came, in the order they were planned
   * for each operation. A fault for every call, {@link Integer#MAX_VALUE} times, is one of them
   * only if no call has met it.
   */
  public synchronized List<UnmetFault> unmet() {
    var unmet = new ArrayList<UnmetFault>();
    plan.forEach(
        (operation, faults) ->
            faults.stream()
                .filter(Planned::isUnmet)
                .map(f -> new UnmetFault(operation, f.fault(), f.times(), f.met()))
                .forEach(unmet::add));
    return List.copyOf(unmet);
  }

  /** Returns the fault that this very exception came of; empty if it came of none. */
  public synchronized Optional<FiredFault> behind(InboxException thrown) {
    return Optional.ofNullable(behind.get(thrown));
  }

  /** Forgets all faults, pending and fired. */
  public synchronized void clear() {
    plan.clear();
    fired.clear();
    behind.clear();
    firedCount = 0;
    pending = 0;
  }

  /** Returns the outcome that a call meets, or null if no fault is planned for it. */
  @Nullable FaultOutcome next(Operation operation) {
    return pending == 0 ? null : take(operation);
  }

  private synchronized @Nullable FaultOutcome take(Operation operation) {
    var queue = plan.get(operation);
    var next = queue == null ? null : queue.poll();
    if (queue == null || next == null) {
      return null;
    }
    if (next.met() + 1 < next.times()) {
      queue.addFirst(new Planned(next.fault(), next.times(), next.met() + 1));
    }
    pending = pending - 1;
    return new FaultOutcome(this, next.fault(), clock.instant());
  }

  synchronized void record(FiredFault fault, @Nullable InboxException thrown) {
    if (fired.size() == REMEMBERED) {
      fired.removeFirst();
    }
    fired.add(fault);
    firedCount++;
    if (thrown != null) {
      behind.put(thrown, fault);
    }
  }

  private record Planned(Fault fault, int times, int met) {
    boolean isUnmet() {
      return met == 0 || times != Integer.MAX_VALUE;
    }
  }
}
