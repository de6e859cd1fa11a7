/**
 * Request budget of an account that many processes share, over Redis 6.2 or later, or Valkey.
 *
 * <p>Each exchange of a process is one call of a script, and so atomic. The script follows the
 * rules of {@link io.inboxport.budget.shared.BudgetLedger} and the clock of the server.
 */
@NullMarked
package io.inboxport.redis;

import org.jspecify.annotations.NullMarked;
