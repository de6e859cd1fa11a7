/**
 * Replying: drafts, the table of what each network supports, and the rules that judge a draft.
 * Nothing here sends anything.
 */
@NullMarked
package io.inboxport.reply;

import org.jspecify.annotations.NullMarked;
