package io.inboxport.http;

import io.inboxport.budget.MonotonicTime;
import java.time.Clock;
import java.time.Duration;

/**
 * Makes calls under the budget and the breaker of their account, and reads more than once where
 * that helps.
 *
 * @param account what the clients of the account share
 * @param budget the budget every attempt is counted in
 * @param retries when to try again
 * @param listeners who hears of it
 * @param clock the time of day
 * @param time what deadlines and waits go by
 * @param deadline how long a call may take in all
 */
record ReliableCallRunner(
    AccountState account,
    GuardedBudget budget,
    RetryPolicy retries,
    ListenerNotifier listeners,
    Clock clock,
    MonotonicTime time,
    Duration deadline)
    implements CallRunner {
  @Override
  public <T> T make(ApiExchange<T> exchange) {
    return new ReliableCall<>(this, exchange).run();
  }
}
