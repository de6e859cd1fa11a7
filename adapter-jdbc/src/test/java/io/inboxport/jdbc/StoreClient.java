package io.inboxport.jdbc;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetAnswer;
import io.inboxport.budget.shared.BudgetExchange;
import io.inboxport.budget.shared.BudgetExchange.Want;
import io.inboxport.budget.shared.BudgetStore;
import java.util.List;

/** Process that takes permits of a store and keeps them. Not thread-safe. */
final class StoreClient {
  private final BudgetStore store;
  private final String process;
  private long number;
  private long acknowledged;
  private long epoch;
  private long permit;

  StoreClient(BudgetStore store, String process) {
    this.store = store;
    this.process = process;
  }

  /** Takes up to so many permits, and returns how many it got. */
  int take(int wanted) throws Exception {
    return ask(wanted).writes();
  }

  BudgetAnswer ask(int wanted) throws Exception {
    var answer = store.exchange(next(wanted));
    acknowledged = number;
    epoch = answer.epoch();
    permit += wanted;
    return answer;
  }

  private BudgetExchange next(int wanted) {
    number++;
    return new BudgetExchange(
        process,
        number,
        acknowledged,
        epoch,
        List.of(),
        List.of(),
        List.of(),
        0,
        permit,
        new Want(wanted, 0, 60_000),
        BudgetExchange.NOTHING,
        60_000,
        RequestLimits.documented());
  }
}
