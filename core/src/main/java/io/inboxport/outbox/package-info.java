/**
 * Keeps the fate of writes outside the process: an {@linkplain io.inboxport.outbox.Outbox outbox}
 * that never sends a write twice, its states, and the port to what keeps them.
 *
 * <p>The states and their rules belong here, as pure code. Databases belong in adapters.
 */
@NullMarked
package io.inboxport.outbox;

import org.jspecify.annotations.NullMarked;
