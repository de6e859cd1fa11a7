/**
 * Lets a process die, or its database fail, at a chosen point: for tests of what must hold after
 * any crash.
 */
@NullMarked
package io.inboxport.testkit.crash;

import org.jspecify.annotations.NullMarked;
