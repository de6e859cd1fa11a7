/**
 * The inbox command line: its commands, and the choice of the backend. What a program would want to
 * depend on does not belong here: nothing depends on this module.
 */
@NullMarked
package io.inboxport.app;

import org.jspecify.annotations.NullMarked;
