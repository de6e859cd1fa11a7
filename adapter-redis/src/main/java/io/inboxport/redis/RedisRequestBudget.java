package io.inboxport.redis;

import io.inboxport.budget.shared.BudgetStore;
import io.inboxport.budget.shared.SharedBudgetBuilder;
import io.inboxport.budget.shared.SharedRequestBudget;

/**
 * Request budget that many processes share, over Redis 6.2 or later, or Valkey.
 *
 * <p>All processes of an account need the same Redis, the same name of the account and the same
 * limits. The clock of the server counts; those of the processes may differ.
 *
 * <p>The budget is closed, and never open, while Redis may have lost something. After a restart, a
 * fail-over or an eviction it grants nothing for the longest lease, the grace and a minute. A new
 * ledger grants nothing for 10 seconds. Keys that are not used for three days are removed.
 *
 * <p>The Redis user needs EVAL, EVALSHA, INFO, TIME, and the commands of hashes, sorted sets and
 * expiry on keys that begin with {@code inboxport:}.
 */
public final class RedisRequestBudget {
  private RedisRequestBudget() {}

  /**
   * Starts to build the budget of an account.
   *
   * @param runner the connection, such as {@link JedisScriptRunner#over}
   * @param account 1 to 100 letters (a-z in either case), digits, dots, underscores and hyphens; it
   *     becomes part of the keys, so it must not be a key or a secret
   * @throws IllegalArgumentException when the name of the account is another one
   */
  public static SharedBudgetBuilder over(RedisScriptRunner runner, String account) {
    return SharedRequestBudget.over(store(runner, account));
  }

  /**
   * Returns the store alone, for operators who look at the ledger. Thread-safe.
   *
   * @param runner the connection
   * @param account the name of the account, as in {@link #over}
   * @throws IllegalArgumentException when the name of the account is another one
   */
  public static BudgetStore store(RedisScriptRunner runner, String account) {
    return new RedisBudgetStore(runner, AccountKeys.of(account));
  }
}
