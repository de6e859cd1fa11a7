package io.inboxport.event;

/** Cause for which a conversation is fetched again. */
public enum FetchCause {
  /** A webhook spoke of it. The change is told, also if it looks as before. */
  HEARD,
  /** The poll saw a difference, or looks again. Only a difference is told. */
  POLLED
}
