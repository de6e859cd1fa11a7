package io.inboxport.inmemory;

import io.inboxport.call.Operation;
import java.util.Objects;

/**
 * Fault that was planned for calls that did not come.
 *
 * @param operation the operation it was planned for
 * @param fault the fault
 * @param times for how many calls it was planned; {@link Integer#MAX_VALUE} for every call
 * @param met how many calls have met it
 */
public record UnmetFault(Operation operation, Fault fault, int times, int met) {
  /** Creates the record. */
  public UnmetFault {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(fault, "fault");
  }
}
