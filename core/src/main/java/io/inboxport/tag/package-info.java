/**
 * Tags, and the arithmetic of replacing them. Reading and writing tags does not belong here: {@link
 * io.inboxport.Inbox} does both.
 */
@NullMarked
package io.inboxport.tag;

import org.jspecify.annotations.NullMarked;
