package io.inboxport.http;

import io.inboxport.http.RequestBudget.Permit;
import org.jspecify.annotations.Nullable;

/** A place in the line for a request, and once it is granted, the permit. */
final class Ticket implements Permit {
  /** What has become of a ticket. */
  enum State {
    WAITING,
    REFUSED,
    GRANTED,
    OVER
  }

  private final LocalBudget budget;
  final Line line;

  // Set where it has to wait, by its own thread.
  @Nullable Thread thread;
  long number;
  long deadline;

  // Guarded by the budget's lock.
  State state = State.WAITING;
  // When waiting is over: granted, the wall clock's milliseconds; refused, the time to try again.
  long decided;

  Ticket(LocalBudget budget, Line line) {
    this.budget = budget;
    this.line = line;
  }

  @Override
  public void close() {
    budget.over(this);
  }

  @Override
  public void cancel() {
    budget.leave(this);
  }
}
