/**
 * Keeps a platform's copy of the inbox true: {@link io.inboxport.event.InboxEvents} tells each
 * conversation that changed as it is now, and {@link io.inboxport.event.DeliveryGuard} handles a
 * delivery once.
 *
 * <p>The rules belong here, as pure code, and the ports to what keeps them. Databases, and the
 * bytes of a webhook, belong in adapters.
 */
@NullMarked
package io.inboxport.event;

import org.jspecify.annotations.NullMarked;
