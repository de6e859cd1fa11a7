package io.inboxport.inmemory;

import io.inboxport.call.InboxException.Kind;
import io.inboxport.call.InboxWrite;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Write that a caller attempted, and what became of it. {@code toString} tells no text.
 *
 * @param write the write as it was asked for
 * @param at when it was attempted, by the clock of the gateway
 * @param executedAt when the server executed it, or null if it has not: it was declined, it never
 *     arrived, or it {@linkplain Fault#executedLater is still to come}
 * @param endedAs the kind of error that the caller got, or null if it got an answer
 */
public record WriteAttempt(
    InboxWrite write, Instant at, @Nullable Instant executedAt, @Nullable Kind endedAs) {
  /** Creates the record. */
  public WriteAttempt {
    Objects.requireNonNull(write, "write");
    Objects.requireNonNull(at, "at");
  }

  /** Returns whether the server has executed the write, be the answer heard or not. */
  public boolean isExecuted() {
    return executedAt != null;
  }

  WriteAttempt executedAt(Instant time) {
    return new WriteAttempt(write, at, time, endedAs);
  }
}
