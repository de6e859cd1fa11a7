/**
 * What the inbox holds: conversations, how to ask for them, and the vocabularies they are described
 * in. What one does with a conversation does not belong here, but in the package of that subject.
 */
@NullMarked
package io.inboxport.conversation;

import org.jspecify.annotations.NullMarked;
