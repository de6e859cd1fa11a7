package io.inboxport.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.inboxport.budget.RequestBudget.Permit;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A budget in a time that is stepped. */
abstract class BudgetFixture {
  static final Duration NO_PATIENCE = Duration.ZERO;
  static final Duration PATIENT = Duration.ofDays(30);
  static final Duration LEASE = RequestBudget.LONG_LEASE;
  static final Duration MARGIN = Duration.ofMillis(250);

  final SteppedTime time = new SteppedTime();

  /** Asserts that another thread can look at it, and that it has something to remember. */
  static void assertOpenToOthers(LocalRequestBudget budget) throws Exception {
    assertThat(CompletableFuture.supplyAsync(budget::isUntouched).get(5, TimeUnit.SECONDS))
        .isFalse();
  }

  static RequestLimits.Builder limits() {
    return RequestLimits.documented().toBuilder().margin(MARGIN);
  }

  LocalRequestBudget budget(RequestLimits.Builder limits) {
    return LocalRequestBudget.of(limits.build(), time, time.clock(), time.woken::add);
  }

  static void spend(LocalRequestBudget budget, int requests, RequestKind kind)
      throws InterruptedException {
    for (int i = 0; i < requests; i++) {
      try (Permit permit = budget.reserve(kind, NO_PATIENCE)) {
        assertThat(permit).isNotNull();
      }
    }
  }

  void assertRefused(
      LocalRequestBudget budget, RequestKind kind, Duration patience, Duration retryAfter) {
    assertThatThrownBy(() -> budget.reserve(kind, patience))
        .asInstanceOf(type(PermitRefused.class))
        .extracting(PermitRefused::retryAt)
        .isEqualTo(time.clock().instant().plus(retryAfter));
  }
}
