package io.inboxport.benchmarks;

import io.inboxport.budget.shared.BudgetAnswer;
import io.inboxport.budget.shared.BudgetExchange;
import io.inboxport.budget.shared.BudgetLedger;
import io.inboxport.budget.shared.BudgetStore;
import java.util.concurrent.atomic.LongAdder;

/** Store that counts its exchanges, each of which is a round trip. Thread-safe. */
final class CountingStore implements BudgetStore {
  private final BudgetStore store;
  private final LongAdder exchanges = new LongAdder();

  CountingStore(BudgetStore store) {
    this.store = store;
  }

  long exchanges() {
    return exchanges.sum();
  }

  @Override
  public BudgetAnswer exchange(BudgetExchange exchange) throws Exception {
    exchanges.increment();
    return store.exchange(exchange);
  }

  @Override
  public BudgetLedger look() throws Exception {
    return store.look();
  }

  @Override
  public boolean canForget() {
    return store.canForget();
  }
}
