/** The twin behind a real HTTP door. */
@NullMarked
package io.inboxport.testkit.sandbox;

import org.jspecify.annotations.NullMarked;
