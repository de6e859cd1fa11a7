package io.inboxport.outbox;

import java.io.Serial;

/**
 * Failure of the store of an outbox. Nothing was sent because of it, but what was asked of the
 * store may have been done: ask again with the same key.
 */
public final class OutboxUnavailable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /**
   * A failure of the store.
   *
   * @param message what went wrong and what to do, in words without customer text
   */
  public OutboxUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
