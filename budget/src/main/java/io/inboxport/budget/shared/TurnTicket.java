package io.inboxport.budget.shared;

/**
 * Place of a process in the order of turns.
 *
 * @param process the process that waits
 * @param read whether it waits for a read
 * @param lapses when the place is lost unless the process has come, in the store's milliseconds
 */
record TurnTicket(String process, boolean read, long lapses) {
  /** The milliseconds by which a process may miss its appointment. */
  static final long SLACK = 250;

  boolean isOf(String other, boolean ofRead) {
    return read == ofRead && process.equals(other);
  }
}
