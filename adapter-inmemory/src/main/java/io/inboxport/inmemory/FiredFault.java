package io.inboxport.inmemory;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fault that a call has met.
 *
 * @param operation the call
 * @param conversation the conversation it was about, or null for none
 * @param fault the fault
 * @param at the time, by the clock of the gateway
 * @param executed whether the server had done what the call asked when the call ended; false if the
 *     fault let nothing through, the server declined unheard, or it executes the write later
 */
public record FiredFault(
    Operation operation,
    @Nullable ConversationId conversation,
    Fault fault,
    Instant at,
    boolean executed) {
  /** Creates the record. */
  public FiredFault {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(fault, "fault");
    Objects.requireNonNull(at, "at");
  }
}
