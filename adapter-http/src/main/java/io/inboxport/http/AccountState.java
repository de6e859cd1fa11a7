package io.inboxport.http;

import io.inboxport.budget.RequestBudget;

/**
 * State that the clients of one account at one server share. Held by each of them: when the last
 * one is gone, {@link AccountRegistry} may forget it.
 */
final class AccountState {
  private final RequestBudget budget;
  private final AccountBreaker breaker;

  AccountState(RequestBudget budget, AccountBreaker breaker) {
    this.budget = budget;
    this.breaker = breaker;
  }

  RequestBudget budget() {
    return budget;
  }

  AccountBreaker breaker() {
    return breaker;
  }
}
