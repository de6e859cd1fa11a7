/**
 * Programs worth copying. None needs a network to be tested: each takes an {@link
 * io.inboxport.Inbox}, and its test gives it one over the twin. Nothing of the command line belongs
 * here.
 */
@NullMarked
package io.inboxport.examples;

import org.jspecify.annotations.NullMarked;
