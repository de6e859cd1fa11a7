/**
 * Wires the outbox with Guice, an optional dependency. Nothing that works without it belongs here.
 */
@NullMarked
package io.inboxport.jdbc.guice;

import org.jspecify.annotations.NullMarked;
