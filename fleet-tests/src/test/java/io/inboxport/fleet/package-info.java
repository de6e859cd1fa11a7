/** Tests fleets of real processes that share the budget of one account. */
@NullMarked
package io.inboxport.fleet;

import org.jspecify.annotations.NullMarked;
