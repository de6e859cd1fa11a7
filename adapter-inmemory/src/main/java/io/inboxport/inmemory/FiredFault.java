package io.inboxport.inmemory;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fault that a call has met.
 *
 * @param operation the call
 * @param conversation what it was about, or null where it was about no conversation
 * @param fault the fault
 * @param at when, by the clock of the gateway
 * @param executed whether the server had done what the call asked: not where the fault let nothing
 *     through, nor where the server declined unheard
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
