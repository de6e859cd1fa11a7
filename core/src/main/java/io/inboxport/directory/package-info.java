/**
 * Values that stand beside conversations: users, connected profiles, canned responses, and the
 * queries and pages of their lists. A tag definition is a {@link io.inboxport.tag.Tag}.
 *
 * <p>Conversations and rules do not belong here.
 */
@NullMarked
package io.inboxport.directory;

import org.jspecify.annotations.NullMarked;
