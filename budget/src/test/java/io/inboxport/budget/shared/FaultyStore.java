package io.inboxport.budget.shared;

/** Store whose next exchanges fail: before they are carried out, or after it. */
final class FaultyStore implements BudgetStore {
  private final LedgerStore store;
  private int failures;
  private boolean isAnswerLost;
  private int exchanges;
  private boolean forgetful;

  FaultyStore(LedgerStore store) {
    this.store = store;
  }

  /** Fails so often, and does nothing. */
  void failNext(int times) {
    failures = times;
    isAnswerLost = false;
  }

  /** Carries out so many exchanges without an answer. */
  void loseNextAnswers(int times) {
    failures = times;
    isAnswerLost = true;
  }

  /** Says that it may lose what it confirmed, to budgets that are built from now on. */
  void admitForgetting() {
    forgetful = true;
  }

  /** Returns how often the store was asked. */
  int exchanges() {
    return exchanges;
  }

  @Override
  public BudgetAnswer exchange(BudgetExchange exchange) {
    exchanges++;
    if (failures > 0) {
      failures--;
      if (isAnswerLost) {
        store.exchange(exchange);
      }
      throw new IllegalStateException("The connection broke.");
    }
    return store.exchange(exchange);
  }

  @Override
  public boolean canForget() {
    return forgetful;
  }

  @Override
  public BudgetLedger look() {
    return store.look();
  }
}
