package io.inboxport.redis;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetAnswer;
import io.inboxport.budget.shared.BudgetExchange;
import io.inboxport.budget.shared.BudgetExchange.PermitEnd;
import io.inboxport.budget.shared.BudgetExchange.Want;
import io.inboxport.budget.shared.BudgetStore;
import java.util.List;

/** Process in tests: asks a store for permits, and keeps what a process has to keep. */
final class AskingProcess {
  static final RequestLimits LIMITS = RequestLimits.documented();
  static final int LEASE = 30_000;

  private final String process;
  private long number;
  private long acknowledged;
  private long epoch;
  private long permit = 1;

  AskingProcess(String process) {
    this.process = process;
  }

  /** Message that wants so many permits now. */
  BudgetExchange wanting(int permits) {
    return wanting(permits, 0);
  }

  /** Message that wants so many permits within these milliseconds. */
  BudgetExchange wanting(int permits, long patience) {
    var exchange =
        new BudgetExchange(
            process,
            ++number,
            acknowledged,
            epoch,
            List.<PermitEnd>of(),
            List.of(),
            List.of(),
            0,
            permit,
            new Want(permits, patience, LEASE),
            BudgetExchange.NOTHING,
            LEASE,
            LIMITS);
    permit += permits;
    return exchange;
  }

  BudgetAnswer ask(BudgetStore store, int permits) throws Exception {
    return send(store, wanting(permits));
  }

  /** Asks for permits that count as reads. */
  BudgetAnswer askToRead(BudgetStore store, int permits) throws Exception {
    var it = wanting(permits);
    return send(
        store,
        new BudgetExchange(
            process,
            it.number(),
            acknowledged,
            epoch,
            it.ends(),
            it.remembered(),
            it.days(),
            it.block(),
            it.firstPermit(),
            BudgetExchange.NOTHING,
            it.writes(),
            LEASE,
            LIMITS));
  }

  private BudgetAnswer send(BudgetStore store, BudgetExchange exchange) throws Exception {
    var answer = store.exchange(exchange);
    epoch = answer.epoch();
    acknowledged = answer.lost() ? 0 : number;
    return answer;
  }
}
