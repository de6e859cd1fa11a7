package io.inboxport.budget.file;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetAnswer;
import io.inboxport.budget.shared.BudgetExchange;
import io.inboxport.budget.shared.BudgetExchange.Want;
import io.inboxport.budget.shared.BudgetStore;
import java.util.List;

/** Process that asks a store for permits and never ends one. */
final class ExchangeFixture {
  static final long LEASE = 30_000;

  private final BudgetStore store;
  private final String name;
  private final RequestLimits limits;
  private long number;
  private long permits = 1;
  private long epoch;
  private long acknowledged;

  ExchangeFixture(BudgetStore store, String name) {
    this(store, name, RequestLimits.documented());
  }

  ExchangeFixture(BudgetStore store, String name, RequestLimits limits) {
    this.store = store;
    this.name = name;
    this.limits = limits;
  }

  /** Asks for so many permits, without patience. */
  BudgetAnswer ask(int count) throws Exception {
    var exchange =
        new BudgetExchange(
            name,
            ++number,
            acknowledged,
            epoch,
            List.of(),
            List.of(),
            List.of(),
            0,
            permits,
            new Want(count, 0, LEASE),
            BudgetExchange.NOTHING,
            LEASE,
            limits);
    permits += count;
    var answer = store.exchange(exchange);
    epoch = answer.epoch();
    acknowledged = answer.lost() ? 0 : number;
    return answer;
  }

  /** The time in which nothing is granted after a loss, in milliseconds. */
  long closure() {
    return LEASE + limits.grace().toMillis() + 60_000 + limits.margin().toMillis();
  }
}
