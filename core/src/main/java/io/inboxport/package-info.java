/**
 * The Oktopost Inbox as a domain library: {@link io.inboxport.Inbox} is what an application calls,
 * {@link io.inboxport.InboxException} is all it can throw once its input is sound.
 */
@NullMarked
package io.inboxport;

import org.jspecify.annotations.NullMarked;
