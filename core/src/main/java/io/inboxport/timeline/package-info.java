/**
 * The timeline of a conversation, as a lazy walk. Where the pages come from does not belong here.
 */
@NullMarked
package io.inboxport.timeline;

import org.jspecify.annotations.NullMarked;
