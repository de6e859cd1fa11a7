/** The timeline of a conversation, as a lazy walk. Nothing here knows where pages come from. */
@NullMarked
package io.inboxport.timeline;

import org.jspecify.annotations.NullMarked;
