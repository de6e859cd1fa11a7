package io.inboxport.budget.shared;

import org.jspecify.annotations.Nullable;

/**
 * Place of one request in the line of its process, and what was decided about it. Guarded by the
 * lock of the budget.
 */
final class PermitSeat {
  /** State of a seat. */
  enum State {
    WAITING,
    REFUSED,
    UNAVAILABLE,
    GRANTED,
    OVER
  }

  final boolean read;
  final Thread thread;
  final long deadline;
  final long lease;
  State state = State.WAITING;
  // If granted, the number of the permit; if refused, the time to try again.
  long number;
  long retryAt;
  @Nullable Throwable cause;

  PermitSeat(boolean read, long deadline, long lease) {
    this.read = read;
    this.thread = Thread.currentThread();
    this.deadline = deadline;
    this.lease = lease;
  }
}
