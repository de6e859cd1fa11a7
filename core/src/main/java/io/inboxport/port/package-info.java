/**
 * The one outbound port, and the vocabulary of its calls. Implemented by adapters, called by {@link
 * io.inboxport.Inbox}.
 */
@NullMarked
package io.inboxport.port;

import org.jspecify.annotations.NullMarked;
