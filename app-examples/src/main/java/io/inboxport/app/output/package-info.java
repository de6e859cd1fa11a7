/**
 * Output of the command line: the shapes of its JSON, and texts made safe to print. What decides or
 * asks does not belong here.
 */
@NullMarked
package io.inboxport.app.output;

import org.jspecify.annotations.NullMarked;
