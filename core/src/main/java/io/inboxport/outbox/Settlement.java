package io.inboxport.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Decision of a person about a write. */
public enum Settlement {
  /** It is in effect: it will not be sent. */
  DONE(OutboxState.DONE, null),
  /** It had no effect: its key may be offered again. */
  NOT_SENT(OutboxState.NOT_SENT, null),
  /** It had no effect, and is planned again. */
  SEND(OutboxState.PLANNED, Duration.ZERO),
  /** It is not to be sent any more. */
  GIVEN_UP(OutboxState.REFUSED, null);

  private final OutboxState state;
  private final @Nullable Duration due;

  Settlement(OutboxState state, @Nullable Duration due) {
    this.state = state;
    this.due = due;
  }

  OutboxState state() {
    return state;
  }

  @Nullable Duration due() {
    return due;
  }
}
