/**
 * The Oktopost Inbox as a domain library: {@link io.inboxport.Inbox} is what an application calls,
 * {@link io.inboxport.call.InboxException} is all it can throw once its input is sound.
 *
 * <p>True of every package: a type is immutable and thread-safe unless it says otherwise; nothing
 * takes or returns null unless its type is marked {@code @Nullable} (except what an exception loses
 * by Java serialization); a point in time is UTC; a text's length is counted in Unicode code
 * points. A null that is not allowed is a {@link NullPointerException}, before anything is sent.
 *
 * <p>The facade, its errors, and looking for a write of unknown outcome belong here. Values and
 * rules do not, they have packages by subject; nor does anything that reaches a server, which is
 * behind {@link io.inboxport.port}.
 */
@NullMarked
package io.inboxport;

import org.jspecify.annotations.NullMarked;
