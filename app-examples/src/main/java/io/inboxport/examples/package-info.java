/** Programs worth copying. */
@NullMarked
package io.inboxport.examples;

import org.jspecify.annotations.NullMarked;
