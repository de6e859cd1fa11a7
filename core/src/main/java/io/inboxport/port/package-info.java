/**
 * What the library needs of a server, and the vocabulary of the calls. Implemented by adapters,
 * called by {@link io.inboxport.Inbox}. Rules do not belong here, and neither does anything that
 * only one adapter knows.
 */
@NullMarked
package io.inboxport.port;

import org.jspecify.annotations.NullMarked;
