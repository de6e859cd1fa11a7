/**
 * Meters of calls, for who uses Micrometer, an optional dependency. Nothing that works without it
 * belongs here.
 */
@NullMarked
package io.inboxport.http.micrometer;

import org.jspecify.annotations.NullMarked;
