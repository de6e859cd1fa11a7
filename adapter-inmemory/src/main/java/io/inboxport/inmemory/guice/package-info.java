/**
 * Wires the in-memory adapter with Guice, an optional dependency. Nothing that works without it
 * belongs here.
 */
@NullMarked
package io.inboxport.inmemory.guice;

import org.jspecify.annotations.NullMarked;
