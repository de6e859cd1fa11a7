/**
 * Whom the server takes the caller for. Credentials do not belong here: an adapter that needs them
 * has them.
 */
@NullMarked
package io.inboxport.account;

import org.jspecify.annotations.NullMarked;
