package io.inboxport.budget.shared;

import io.inboxport.budget.LocalRequestBudget;
import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestLimits;

/** Runs the contract on the budget of one process. */
class LocalBudgetContractTest extends RequestBudgetContract {
  @Override
  protected RequestBudget budget(RequestLimits limits) {
    return LocalRequestBudget.of(limits, time, time.clock());
  }
}
