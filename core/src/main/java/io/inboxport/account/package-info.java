/** Whom the server takes the caller for. */
@NullMarked
package io.inboxport.account;

import org.jspecify.annotations.NullMarked;
