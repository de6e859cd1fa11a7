package io.inboxport.budget;

import static io.inboxport.budget.RequestKind.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time of the machine, and the budgets that go by it. */
class SystemTimeTest {
  private static final long AN_HOUR = Duration.ofHours(1).toNanos();

  @Test
  void it_is_the_monotonic_time_of_the_machine() {
    long before = System.nanoTime();
    long now = MonotonicTime.SYSTEM.nanos();

    assertThat(now - before).isBetween(0L, System.nanoTime() - before);
  }

  @Test
  @Timeout(60)
  void a_thread_that_was_woken_does_not_park() throws Exception {
    MonotonicTime.SYSTEM.unpark(Thread.currentThread());
    long before = System.nanoTime();

    MonotonicTime.SYSTEM.park(AN_HOUR);

    assertThat(System.nanoTime() - before).isLessThan(AN_HOUR);
  }

  @Test
  @Timeout(60)
  void an_interrupted_thread_does_not_park_and_is_told() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> MonotonicTime.SYSTEM.park(AN_HOUR))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void a_local_budget_keeps_to_the_documented_limits_or_to_those_that_are_given() throws Exception {
    var single = RequestLimits.documented().toBuilder().perMinute(1).build();
    var given = RequestBudget.local(single);
    given.reserve(READ, Duration.ZERO).close();
    var documented = RequestBudget.local();
    for (int i = 0; i < 60; i++) {
      documented.reserve(READ, Duration.ZERO).close();
    }

    for (var spent : new RequestBudget[] {given, documented}) {
      assertThatThrownBy(() -> spent.reserve(READ, Duration.ZERO))
          .isInstanceOf(PermitRefused.class);
    }
  }

  @Test
  void an_unlimited_budget_refuses_no_request() throws Exception {
    var budget = RequestBudget.unlimited();
    for (int i = 0; i < 1_000; i++) {
      assertThat(budget.reserve(READ, Duration.ZERO)).isNotNull();
    }
  }

  @Test
  void a_permit_that_knows_no_other_end_is_closed_by_each() {
    var closings = new AtomicInteger();
    RequestBudget.Permit permit = closings::incrementAndGet;

    permit.abandon();
    permit.cancel();

    assertThat(closings).hasValue(2);
  }
}
