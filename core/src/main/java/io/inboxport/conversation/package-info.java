/**
 * Conversations of the inbox, the query for them, and the vocabularies that describe them. What one
 * does with a conversation belongs in the package of that subject.
 */
@NullMarked
package io.inboxport.conversation;

import org.jspecify.annotations.NullMarked;
