package io.inboxport.outbox;

import java.time.Instant;
import java.util.Objects;

/**
 * Hold of one worker on an entry. It ends by itself, in case its process died.
 *
 * @param holder the name of the worker's turn: unique, 1 to 36 letters, digits and hyphens
 * @param until when it ends, by the store's clock
 */
public record OutboxHold(String holder, Instant until) {
  /** Creates a hold, as a store read it. */
  public OutboxHold {
    Objects.requireNonNull(holder, "holder");
    Objects.requireNonNull(until, "until");
  }
}
