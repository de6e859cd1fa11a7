/**
 * The user and the account that the API key belongs to. Credentials do not belong here: an adapter
 * that needs them has them.
 */
@NullMarked
package io.inboxport.account;

import org.jspecify.annotations.NullMarked;
