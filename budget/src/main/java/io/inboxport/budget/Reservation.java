package io.inboxport.budget;

import io.inboxport.budget.RequestBudget.Permit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Place of one request in the waiting line, and its permit once that is granted. */
final class Reservation implements Permit {
  /** State of a reservation. */
  enum State {
    WAITING,
    REFUSED,
    GRANTED,
    OVER
  }

  private final LocalRequestBudget budget;
  final WaitingLine<Reservation> line;

  // Set by its own thread, if it has to wait.
  @Nullable Thread thread;
  long number;
  long deadline;

  // Guarded by the budget's lock.
  State state = State.WAITING;
  // After the wait: if granted, the wall clock's milliseconds; if refused, the time to try again.
  long decided;
  // Its beginning, in nanoseconds, and its neighbours, while it is under way.
  long granted;
  @Nullable Reservation before;
  @Nullable Reservation after;

  final long lease;

  Reservation(LocalRequestBudget budget, WaitingLine<Reservation> line, long lease) {
    this.budget = budget;
    this.line = line;
    this.lease = lease;
  }

  /** The end of its lease and of this grace. */
  long lapses(long grace) {
    return granted + lease + grace;
  }

  @Override
  public void close() {
    budget.end(this);
  }

  @Override
  public void abandon() {
    budget.abandon(this);
  }

  @Override
  public void cancel() {
    budget.giveBack(this);
  }

  /**
   * List of the requests under way, in the order of their permits. Adding and removing one is O(1):
   * the requests are linked to each other.
   *
   * <p>Not thread-safe.
   */
  static final class LeaseList {
    private @Nullable Reservation oldest;
    private @Nullable Reservation newest;

    void add(Reservation reservation) {
      reservation.before = newest;
      if (newest == null) {
        oldest = reservation;
      } else {
        newest.after = reservation;
      }
      newest = reservation;
    }

    void remove(Reservation reservation) {
      var before = reservation.before;
      var after = reservation.after;
      if (before == null) {
        oldest = after;
      } else {
        before.after = after;
      }
      if (after == null) {
        newest = before;
      } else {
        after.before = before;
      }
      reservation.before = null;
      reservation.after = null;
    }

    /** Removes every request whose lease and grace are over by now, and hands it on. */
    void lapse(long now, long grace, Consumer<Reservation> lapsed) {
      var next = oldest;
      while (next != null) {
        var current = next;
        next = current.after;
        if (now - current.lapses(grace) >= 0) {
          remove(current);
          lapsed.accept(current);
        }
      }
    }
  }
}
