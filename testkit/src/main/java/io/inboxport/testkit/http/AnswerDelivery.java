package io.inboxport.testkit.http;

import java.time.Duration;

/** Way of an answer to the client. */
public sealed interface AnswerDelivery {
  /** Returns whether something of the answer reaches a client that waits for it. */
  default boolean sendsAnAnswer() {
    return !(this instanceof HangUp || this instanceof Reset);
  }

  /** All of it, at once. */
  record Whole() implements AnswerDelivery {}

  /** Nothing: the connection is closed in good order. */
  record HangUp() implements AnswerDelivery {}

  /** Nothing: the connection is reset. */
  record Reset() implements AnswerDelivery {}

  /** Head and half of the body; then the connection is reset. */
  record ResetMidway() implements AnswerDelivery {}

  /** Nothing, and the connection stays open until the client leaves or the time is up. */
  record Stall(Duration atMost) implements AnswerDelivery {}

  /** All of it twice, at once. */
  record Twice() implements AnswerDelivery {}

  /** All of it, and at once behind it this text, with the connection closed after it or kept. */
  record Followed(String surplus, boolean closed) implements AnswerDelivery {}

  /** These bytes alone, whatever they are, with the connection closed after them or kept. */
  record Verbatim(String bytes, boolean closed) implements AnswerDelivery {}

  /** A byte at a time, with this pause in between, to the millisecond. */
  record Drip(Duration pause) implements AnswerDelivery {}

  /** The head at once, and the body as in {@link Drip}. */
  record DripBody(Duration pause) implements AnswerDelivery {}
}
