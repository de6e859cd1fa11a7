package io.inboxport.http;

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
record ReliableCalls(
    Account account,
    GuardedBudget budget,
    Retries retries,
    Listeners listeners,
    Clock clock,
    MonotonicTime time,
    Duration deadline)
    implements Calls {
  @Override
  public <T> T make(Exchange<T> exchange) {
    return new Course<>(this, exchange).run();
  }
}
