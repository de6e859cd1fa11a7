package io.inboxport.budget.shared;

import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestLimits;
import java.util.function.LongSupplier;

/** Contract of a shared budget: the rules of every budget, over a store with a settable time. */
public abstract class SharedBudgetContract extends RequestBudgetContract {
  protected final SteppedRunner runner = new SteppedRunner();

  /** A new account in the store, which goes by these milliseconds since 1970, UTC. */
  protected abstract BudgetStore store(LongSupplier millis) throws Exception;

  @Override
  protected RequestBudget budget(RequestLimits limits) throws Exception {
    return SharedRequestBudget.over(store(() -> time.clock().millis()))
        .limits(limits)
        .time(time)
        .clock(time.clock())
        .runner(runner)
        .build();
  }
}
