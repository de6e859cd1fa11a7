package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.inboxport.InboxException.RateLimited;
import io.inboxport.http.RequestBudget.Permit;
import io.inboxport.port.Operation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A budget in a time that is stepped. */
abstract class BudgetFixture {
  static final Duration NO_PATIENCE = Duration.ZERO;
  static final Duration PATIENT = Duration.ofDays(30);
  static final Duration MARGIN = Duration.ofMillis(250);

  final SteppedTime time = new SteppedTime();
  final RequestLimits limits = RequestLimits.documented().margin(MARGIN);

  /** That it is looked at from another thread, and has something to remember. */
  static void assertOpenToOthers(LocalBudget budget) throws Exception {
    assertThat(CompletableFuture.supplyAsync(budget::isUntouched).get(5, TimeUnit.SECONDS))
        .isFalse();
  }

  LocalBudget budget(RequestLimits limits) {
    return new LocalBudget(limits, time, time.clock());
  }

  static void spend(LocalBudget budget, int requests, Operation operation)
      throws InterruptedException {
    for (int i = 0; i < requests; i++) {
      try (Permit permit = budget.reserve(operation, NO_PATIENCE)) {
        assertThat(permit).isNotNull();
      }
    }
  }

  void assertRefused(
      LocalBudget budget, Operation operation, Duration patience, Duration retryAfter) {
    assertThatThrownBy(() -> budget.reserve(operation, patience))
        .asInstanceOf(type(RateLimited.class))
        .extracting(RateLimited::retryAt)
        .isEqualTo(time.clock().instant().plus(retryAfter));
  }
}
