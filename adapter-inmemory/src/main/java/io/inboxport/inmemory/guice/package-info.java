/** Wires the in-memory adapter with Guice. */
@NullMarked
package io.inboxport.inmemory.guice;

import org.jspecify.annotations.NullMarked;
