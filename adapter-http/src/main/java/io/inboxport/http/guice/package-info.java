/** Wires the HTTP adapter with Guice. */
@NullMarked
package io.inboxport.http.guice;

import org.jspecify.annotations.NullMarked;
