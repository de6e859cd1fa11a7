/**
 * What the inbox holds: conversations, how to ask for them, and the vocabularies they are described
 * in. What one does with them is in the packages beside this one.
 */
@NullMarked
package io.inboxport.conversation;

import org.jspecify.annotations.NullMarked;
