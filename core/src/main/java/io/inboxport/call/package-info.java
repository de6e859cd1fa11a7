/**
 * Vocabulary of a call: its operation, a write with all that it was asked to do, and the kinds of
 * error it can end in.
 *
 * <p>Values that name or judge a call belong here. Rules, ports and anything that makes a call
 * belong elsewhere.
 */
@NullMarked
package io.inboxport.call;

import org.jspecify.annotations.NullMarked;
