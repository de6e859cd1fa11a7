package io.inboxport.inmemory;

import java.time.Instant;

/**
 * Write that the server executes some time after its arrival.
 *
 * @param write the write as it was asked for
 * @param execution executes it
 * @param due when it is executed
 */
record DelayedWrite(Object write, Execution execution, Instant due) {
  /** Execution of one write. */
  interface Execution {
    /**
     * Returns the state after the write.
     *
     * @throws io.inboxport.call.InboxException when the server declines
     */
    InboxState of(InboxState before, ServerBehavior behavior, Instant at);
  }
}
