package io.inboxport.testkit.sandbox;

import io.inboxport.call.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plan of what the next calls of each operation meet on the wire: first in, first out, each
 * accounted for. Thread-safe.
 */
public final class WireFaultPlan {
  /** The number of fired faults remembered, the latest; all are counted. */
  public static final int REMEMBERED = 10_000;

  private final Clock clock;
  private static final Set<Operation> PAGES =
      Set.of(
          Operation.LIST,
          Operation.TIMELINE,
          Operation.LIST_TAGS,
          Operation.LIST_RESPONSES,
          Operation.LIST_USERS,
          Operation.LIST_CREDENTIALS);

  private final Map<Operation, Deque<Planned>> plan = new EnumMap<>(Operation.class);
  private final Deque<Fired> fired = new ArrayDeque<>();
  private long firedCount;

  WireFaultPlan(Clock clock) {
    this.clock = clock;
  }

  /**
   * A fault that a call has met.
   *
   * @param operation the call
   * @param fault the fault
   * @param at when, by the sandbox's clock
   */
  public record Fired(Operation operation, WireFault fault, Instant at) {}

  /**
   * A fault that was planned for calls that did not come.
   *
   * @param operation the operation it was planned for
   * @param fault the fault
   * @param times for how many calls it was planned; {@link Integer#MAX_VALUE} for every call
   * @param met how many calls have met it
   */
  public record Unmet(Operation operation, WireFault fault, int times, int met) {}

  /**
   * The next call of this operation for which no fault is planned yet meets this one.
   *
   * @throws IllegalArgumentException when the fault is not for this operation
   */
  public void inject(Operation operation, WireFault fault) {
    inject(operation, fault, 1);
  }

  /**
   * As many of the next calls of this operation meet this fault.
   *
   * @throws IllegalArgumentException when the fault is not for this operation, or the number is not
   *     positive
   */
  public synchronized void inject(Operation operation, WireFault fault, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("The fault is for " + times + " calls: give at least 1.");
    }
    if (fault.kind() == WireFault.Kind.BROKEN_ITEM && !PAGES.contains(operation)) {
      throw new IllegalArgumentException(
          operation + " answers with no page that an item could break: use LIST or TIMELINE.");
    }
    plan.computeIfAbsent(operation, o -> new ArrayDeque<>()).add(new Planned(fault, times, 0));
  }

  /** The faults that calls have met, in that order; the latest {@value #REMEMBERED} of them. */
  public synchronized List<Fired> fired() {
    return new ArrayList<>(fired);
  }

  /** The number of faults that calls have met. */
  public synchronized long firedCount() {
    return firedCount;
  }

  /** The number of faults that no call has met yet. */
  public synchronized long pending() {
    return plan.values().stream().flatMap(Deque::stream).mapToLong(Planned::left).sum();
  }

  /**
   * The faults that were planned for more calls than came. A fault for every call, {@link
   * Integer#MAX_VALUE} times, is one of them only if no call has met it.
   */
  public synchronized List<Unmet> unmet() {
    var unmet = new ArrayList<Unmet>();
    plan.forEach(
        (operation, faults) ->
            faults.stream()
                .filter(Planned::isUnmet)
                .map(f -> new Unmet(operation, f.fault(), f.times(), f.met()))
                .forEach(unmet::add));
    return List.copyOf(unmet);
  }

  /** Forgets all faults, pending and fired. */
  public synchronized void clear() {
    plan.clear();
    fired.clear();
    firedCount = 0;
  }

  synchronized @Nullable WireFault meet(Operation operation) {
    var queue = plan.get(operation);
    var next = queue == null ? null : queue.poll();
    if (queue == null || next == null) {
      return null;
    }
    if (next.left() > 1) {
      queue.addFirst(new Planned(next.fault(), next.times(), next.met() + 1));
    }
    if (fired.size() == REMEMBERED) {
      fired.removeFirst();
    }
    fired.add(new Fired(operation, next.fault(), clock.instant()));
    firedCount++;
    return next.fault();
  }

  private record Planned(WireFault fault, int times, int met) {
    int left() {
      return times - met;
    }

    boolean isUnmet() {
      return met == 0 || times != Integer.MAX_VALUE;
    }
  }
}
