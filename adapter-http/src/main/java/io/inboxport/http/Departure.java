package io.inboxport.http;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether the request of one attempt may have left. Travels as a tag of the request; one for each
 * attempt.
 */
final class Departure {
  private final AtomicBoolean left = new AtomicBoolean();

  /** Claims the only departure; false for everybody but the first. */
  boolean leave() {
    return left.compareAndSet(false, true);
  }

  /** Whether a byte of the request may have reached the server. */
  boolean mayHaveLeft() {
    return left.get();
  }
}
