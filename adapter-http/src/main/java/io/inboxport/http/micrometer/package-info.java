/** Meters of calls, for who uses Micrometer. Nothing else of the adapter needs it. */
@NullMarked
package io.inboxport.http.micrometer;

import org.jspecify.annotations.NullMarked;
