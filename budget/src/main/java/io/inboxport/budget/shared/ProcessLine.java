package io.inboxport.budget.shared;

import io.inboxport.budget.shared.BudgetExchange.Want;
import io.inboxport.budget.shared.PermitSeat.State;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Line of the threads of one process that wait for permits of one kind. Only the first of them
 * deals with the store, on behalf of all. Not thread-safe.
 */
final class ProcessLine {
  // More at once would let one process run ahead of the others.
  private static final int LARGEST_BATCH = 1_000;
  // How long an appointment answers for callers without patience; others may give places back.
  private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

  private final ArrayDeque<PermitSeat> waiting = new ArrayDeque<>();
  private final Consumer<PermitSeat> waker;
  private final ReadAhead ahead;
  // When the store said that the turn comes, and when it said so.
  private long appointment;
  private long told;
  private boolean appointed;

  /** A line that takes at most so many permits in advance. */
  ProcessLine(int mostAhead, Consumer<PermitSeat> waker) {
    this.waker = waker;
    this.ahead = new ReadAhead(mostAhead);
  }

  ReadAhead ahead() {
    return ahead;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  boolean isFirst(PermitSeat seat) {
    return waiting.peek() == seat;
  }

  /** Stands in line, unless the turn cannot come in time by what the store has just said. */
  void enter(PermitSeat seat, long now) {
    long spare = waiting.isEmpty() ? ahead.take(seat.lease, now) : 0;
    if (spare != 0) {
      seat.state = State.GRANTED;
      seat.number = spare;
      return;
    }
    boolean known = appointed && (!waiting.isEmpty() || now - told < FRESH);
    if (known && appointment - seat.deadline > 0 && appointment - now > 0) {
      seat.state = State.REFUSED;
      seat.retryAt = appointment;
      return;
    }
    if (waiting.isEmpty()) {
      appointed = false;
    }
    waiting.add(seat);
  }

  void remove(PermitSeat seat) {
    boolean wasFirst = isFirst(seat);
    waiting.remove(seat);
    if (wasFirst) {
      wakeFirst();
    }
  }

  boolean isDue(long now) {
    return !waiting.isEmpty() && (!appointed || now - appointment >= 0);
  }

  /** Asks the store again as soon as possible: something has changed. */
  void askAgain() {
    appointed = false;
    wakeFirst();
  }

  /** The time of the next turn; now if the store was not asked yet. */
  long nextTurn(long now) {
    return appointed && appointment - now > 0 ? appointment : now;
  }

  Want want(long now, long slack) {
    long patience = 0;
    long lease = 0;
    for (var seat : waiting) {
      patience = Math.max(patience, seat.deadline - now);
      lease = Math.max(lease, seat.lease);
    }
    int ahead = waiting.isEmpty() ? 0 : this.ahead.next();
    return new Want(
        Math.min(waiting.size() + ahead, LARGEST_BATCH),
        TimeUnit.NANOSECONDS.toMillis(patience),
        TimeUnit.NANOSECONDS.toMillis(lease + ReadAhead.KEPT + slack) + 1);
  }

  /** Returns the next one in line, which gets a seat, or null if all have left. */
  @Nullable PermitSeat poll() {
    return waiting.poll();
  }

  /** Notes when the next turn comes, and sends those home who cannot wait for it. */
  void appoint(long turn, long now) {
    appointment = turn;
    told = now;
    appointed = true;
    refuseHopeless(turn);
  }

  /** Sends those home who cannot wait until then. */
  void refuseHopeless(long turn) {
    waiting.removeIf(
        seat -> {
          boolean hopeless = turn - seat.deadline > 0;
          if (hopeless) {
            seat.state = State.REFUSED;
            seat.retryAt = turn;
            waker.accept(seat);
          }
          return hopeless;
        });
    wakeFirst();
  }

  /** Sends all of them home: the store does not answer. */
  void refuseAll(long retryAt, Throwable cause) {
    for (var seat : waiting) {
      seat.state = State.UNAVAILABLE;
      seat.retryAt = retryAt;
      seat.cause = cause;
      waker.accept(seat);
    }
    waiting.clear();
    appointed = false;
  }

  void wake(PermitSeat seat) {
    waker.accept(seat);
  }

  void wakeFirst() {
    var first = waiting.peek();
    if (first != null) {
      waker.accept(first);
    }
  }
}
