/**
 * Wires the HTTP adapter with Guice, an optional dependency. Nothing that works without it belongs
 * here.
 */
@NullMarked
package io.inboxport.http.guice;

import org.jspecify.annotations.NullMarked;
