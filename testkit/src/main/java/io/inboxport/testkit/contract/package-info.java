/** The published contract of the port. */
@NullMarked
package io.inboxport.testkit.contract;

import org.jspecify.annotations.NullMarked;
