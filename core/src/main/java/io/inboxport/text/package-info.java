/**
 * The limits that texts and ids obey, for values and adapters alike. Nothing that knows of the
 * inbox belongs here.
 */
@NullMarked
package io.inboxport.text;

import org.jspecify.annotations.NullMarked;
