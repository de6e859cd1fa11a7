package io.inboxport.http;

/**
 * What the clients of one account at one server share. Held by each of them: when the last one is
 * gone, {@link Accounts} may forget it.
 */
final class Account {
  private final RequestBudget budget;
  private final Breaker breaker;

  Account(RequestBudget budget, Breaker breaker) {
    this.budget = budget;
    this.breaker = breaker;
  }

  RequestBudget budget() {
    return budget;
  }

  Breaker breaker() {
    return breaker;
  }
}
