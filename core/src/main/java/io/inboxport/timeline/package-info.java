/** Timeline of a conversation, as a lazy walk. The source of its pages does not belong here. */
@NullMarked
package io.inboxport.timeline;

import org.jspecify.annotations.NullMarked;
