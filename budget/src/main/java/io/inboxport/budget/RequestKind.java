package io.inboxport.budget;

/** Kind of a request: a reserve of the budget may hold reads back in favour of writes. */
public enum RequestKind {
  /** A request that changes nothing. */
  READ,
  /** A request that changes something. */
  WRITE
}
