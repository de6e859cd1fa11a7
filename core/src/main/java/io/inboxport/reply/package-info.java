/**
 * Replies: drafts, the table of what each network supports, and the rules that judge a draft. All
 * of it is pure: nothing that sends or asks belongs here.
 */
@NullMarked
package io.inboxport.reply;

import org.jspecify.annotations.NullMarked;
