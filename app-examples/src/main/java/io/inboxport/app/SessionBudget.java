package io.inboxport.app;

import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.shared.BudgetAnswer;
import io.inboxport.budget.shared.BudgetExchange;
import io.inboxport.budget.shared.BudgetLedger;
import io.inboxport.budget.shared.BudgetStore;
import io.inboxport.budget.shared.SharedRequestBudget;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Shared budget of one run. At its end it waits until the store knows that the requests were
 * answered: otherwise each would hold its place until its lease is over.
 */
final class SessionBudget implements AutoCloseable {
  // A JVM that has just started is slow at first; a person waits longer than a service.
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration LAST_REPORT = Duration.ofSeconds(1);

  private final ReportedStore store;
  private final SharedRequestBudget budget;

  SessionBudget(BudgetStore store) {
    this.store = new ReportedStore(store);
    this.budget =
        SharedRequestBudget.over(this.store)
            .process("inbox-" + ProcessHandle.current().pid())
            .timeout(TIMEOUT)
            .build();
  }

  RequestBudget budget() {
    return budget;
  }

  @Override
  public void close() {
    budget.close();
    try {
      store.awaitReports();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Store that remembers which permits it has granted and not heard of again. */
  private static final class ReportedStore implements BudgetStore {
    private final BudgetStore store;
    private final Set<Long> open = new HashSet<>();

    ReportedStore(BudgetStore store) {
      this.store = store;
    }

    @Override
    public BudgetAnswer exchange(BudgetExchange exchange) throws Exception {
      var answer = store.exchange(exchange);
      synchronized (this) {
        exchange.ends().forEach(end -> open.remove(end.permit()));
        for (int i = 0; i < answer.writes(); i++) {
          open.add(exchange.firstPermit() + i);
        }
        for (int i = 0; i < answer.reads(); i++) {
          open.add(exchange.firstPermit() + exchange.writes().count() + i);
        }
        notifyAll();
      }
      return answer;
    }

    synchronized void awaitReports() throws InterruptedException {
      long deadline = System.nanoTime() + LAST_REPORT.toNanos();
      for (long left = LAST_REPORT.toMillis(); !open.isEmpty() && left > 0; ) {
        wait(left);
        left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      }
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
}
