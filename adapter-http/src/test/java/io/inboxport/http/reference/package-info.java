/**
 * The same steps on three inboxes: a small reference, the twin, and the HTTP adapter with the twin
 * behind a door. The reference shares no code with the twin.
 */
@NullMarked
package io.inboxport.http.reference;

import org.jspecify.annotations.NullMarked;
