package io.inboxport.testkit.sandbox;

import java.time.Duration;

/** How an answer gets to the client. */
sealed interface Delivery {
  /** Whether something of the answer reaches a client that waits for it. */
  default boolean sendsAnAnswer() {
    return !(this instanceof HangUp || this instanceof Reset);
  }

  /** All of it, at once. */
  record Whole() implements Delivery {}

  /** Nothing: the connection is closed in good order. */
  record HangUp() implements Delivery {}

  /** Nothing: the connection is reset. */
  record Reset() implements Delivery {}

  /** Head and half of the body; then the connection is reset. */
  record ResetMidway() implements Delivery {}

  /** Nothing, and the connection stays open until the client leaves or the time is up. */
  record Stall(Duration atMost) implements Delivery {}

  /** A byte at a time, with this pause in between. */
  record Drip(Duration pause) implements Delivery {}
}
