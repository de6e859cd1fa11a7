package io.inboxport.benchmarks;

import io.github.bucket4j.Bucket;
import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestKind;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Limiter in a race for permits.
 *
 * @param name its name in the table
 * @param permit takes one permit, and does with it what the race is about
 * @param exchanges how many exchanges with the store there were so far
 */
record PermitContender(String name, PermitAction permit, LongSupplier exchanges) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Action that takes a permit. */
  @FunctionalInterface
  interface PermitAction {
    void take() throws InterruptedException;
  }

  /** A budget whose permits are given back: its windows would keep each for a minute. */
  static PermitContender givingBack(String name, RequestBudget budget, LongSupplier exchanges) {
    return new PermitContender(
        name, () -> budget.reserve(RequestKind.READ, PATIENCE).cancel(), exchanges);
  }

  /** A budget whose permits stay in its windows, for as long as these have room. */
  static PermitContender keeping(String name, RequestBudget budget, LongSupplier exchanges) {
    return new PermitContender(
        name, () -> budget.reserve(RequestKind.READ, PATIENCE).close(), exchanges);
  }

  /** A bucket that never runs dry. */
  static PermitContender of(String name, Bucket bucket) {
    return new PermitContender(
        name,
        () -> {
          if (!bucket.tryConsume(1)) {
            throw new IllegalStateException("The bucket ran dry.");
          }
        },
        () -> 0);
  }
}
