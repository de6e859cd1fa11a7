/**
 * The twin behind a real HTTP door: {@link io.inboxport.testkit.sandbox.Sandbox}, its limits, its
 * dialect, and what goes wrong on the wire. What the server does with a call does not belong here:
 * the twin decides it.
 */
@NullMarked
package io.inboxport.testkit.sandbox;

import org.jspecify.annotations.NullMarked;
