/**
 * Port to a server. Adapters implement it, and {@link io.inboxport.Inbox} calls it. Rules do not
 * belong here, and neither does anything that only one adapter knows.
 */
@NullMarked
package io.inboxport.port;

import org.jspecify.annotations.NullMarked;
