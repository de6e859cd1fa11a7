package io.inboxport.budget.shared;

import java.util.function.LongSupplier;

/** Runs the contract on a ledger in the memory of this process. */
class LedgerStoreContractTest extends SharedBudgetContract {
  @Override
  protected BudgetStore store(LongSupplier millis) {
    return new LedgerStore(millis);
  }
}
