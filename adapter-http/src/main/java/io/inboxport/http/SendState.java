package io.inboxport.http;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * State of sending in one attempt: the request may have left or not. Travels as a tag of the
 * request; one for each attempt.
 */
final class SendState {
  private final AtomicBoolean left = new AtomicBoolean();
  private volatile int answered;
  private volatile boolean dead;

  /** Claims the only departure; false for every claim but the first. */
  boolean leave() {
    return left.compareAndSet(false, true);
  }

  /** Remembers that an answer began, and with which status. */
  void answered(int status) {
    answered = status;
  }

  /** Remembers that the request met a connection that the server had hung up on. */
  void foundItDead() {
    dead = true;
  }

  /** Whether it was a dead connection that ended it: that says nothing of the server. */
  boolean metDeadConnection() {
    return dead;
  }

  /** The status of the answer that the request got; 0 where none began. */
  int answered() {
    return answered;
  }

  /** Whether a byte of the request may have reached the server. */
  boolean mayHaveLeft() {
    return left.get();
  }
}
