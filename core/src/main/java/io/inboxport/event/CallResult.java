package io.inboxport.event;

/** Result of a call that a round of work made. */
enum CallResult {
  /** A change was told. */
  TOLD,
  /** There was nothing to tell. */
  QUIET,
  /** The server or the budget let no call through. */
  HELD_BACK
}
