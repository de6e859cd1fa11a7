package io.inboxport.budget.shared;

/**
 * Store of a budget that several processes share: keeps the {@linkplain BudgetLedger ledger} of one
 * account. A store is the only thing that a new database needs; {@link SharedRequestBudget} brings
 * the rest.
 *
 * <p>An exchange is atomic: no two of them see the same ledger. It goes by the time of the store,
 * never by that of a process, and this time never runs backwards. A store may throw anything; the
 * budget is closed then. It may be slow as well: the budget does not wait longer than its time-out,
 * and runs at most one exchange at a time on each store object.
 *
 * <p>Implementations are safe for use by many threads.
 */
public interface BudgetStore {
  /** Carries out one exchange: what a process reports and wants, against what the ledger allows. */
  BudgetAnswer exchange(BudgetExchange exchange) throws Exception;

  /** Reads the ledger, and changes nothing. An empty ledger if the store has none. */
  BudgetLedger look() throws Exception;

  /**
   * Returns whether the store may lose what it confirmed, because it keeps it in memory, say. A
   * process then looks twice a second whether it still remembers: while it waits, and for as long
   * afterwards as a request of any process can count. False by default.
   */
  default boolean canForget() {
    return false;
  }
}
