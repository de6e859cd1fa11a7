package io.inboxport.budget;

import io.inboxport.budget.RequestBudget.Permit;
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

  Reservation(LocalRequestBudget budget, WaitingLine<Reservation> line) {
    this.budget = budget;
    this.line = line;
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
}
