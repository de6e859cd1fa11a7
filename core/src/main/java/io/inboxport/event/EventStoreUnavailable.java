package io.inboxport.event;

import java.io.Serial;

/**
 * Failure of the store of events or of deliveries. What was asked of it may have been done; asking
 * again does no harm.
 */
public final class EventStoreUnavailable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /**
   * A failure of the store.
   *
   * @param message what went wrong and what to do, in words without customer text
   */
  public EventStoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
