package io.inboxport.budget.shared;

import static io.inboxport.budget.RequestKind.READ;
import static io.inboxport.budget.RequestKind.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.budget.LimitedServer;
import io.inboxport.budget.PermitRefused;
import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestBudget.Permit;
import io.inboxport.budget.RequestKind;
import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.SteppedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Contract of every request budget, wherever it counts: what may leave, what waits, and what the
 * refused are told. It runs on a stepped time. A store counts in milliseconds, which the bounds
 * allow for; it may be late, and never early.
 */
public abstract class RequestBudgetContract {
  private static final Duration NO_PATIENCE = Duration.ZERO;
  private static final Duration PATIENT = Duration.ofDays(30);
  private static final Duration MINUTE = Duration.ofMinutes(1).plusMillis(250);
  private static final Duration PRECISION = Duration.ofMillis(5);

  protected final SteppedTime time = new SteppedTime();

  /** A budget with these limits that goes by {@link #time}. */
  protected abstract RequestBudget budget(RequestLimits limits) throws Exception;

  private static RequestLimits.Builder limits() {
    return RequestLimits.documented().toBuilder();
  }

  @Test
  void the_61st_request_of_a_minute_waits_for_the_minute_and_the_margin() throws Exception {
    var budget = budget(limits().build());

    spend(budget, 60, READ);
    budget.reserve(READ, PATIENT).close();

    assertElapsed(MINUTE);
  }

  @Test
  void the_121st_request_within_five_seconds_waits_for_them_to_pass() throws Exception {
    var budget = budget(limits().perMinute(1_000).build());

    spend(budget, 120, READ);
    budget.reserve(READ, PATIENT).close();

    assertElapsed(Duration.ofSeconds(5).plusMillis(250));
  }

  @Test
  void the_window_of_a_request_starts_when_its_answer_is_here() throws Exception {
    var budget = budget(limits().perMinute(1).build());

    var slow = budget.reserve(READ, PATIENT);
    time.pass(Duration.ofSeconds(40));
    slow.close();
    budget.reserve(READ, PATIENT).close();

    assertElapsed(MINUTE.plusSeconds(40));
  }

  @Test
  void a_request_that_was_given_up_holds_its_place_for_the_grace() throws Exception {
    var budget = budget(limits().perMinute(1).grace(Duration.ofSeconds(30)).build());

    budget.reserve(READ, PATIENT).abandon();
    budget.reserve(READ, PATIENT).close();

    assertElapsed(MINUTE.plusSeconds(30));
  }

  @Test
  void a_permit_that_is_never_ended_comes_back_a_window_after_its_lease_and_grace()
      throws Exception {
    var budget = budget(limits().perMinute(1).grace(Duration.ofSeconds(30)).build());
    var forgotten = budget.reserve(READ, PATIENT, Duration.ofSeconds(10));

    budget.reserve(READ, PATIENT).close();

    assertThat(forgotten).isNotNull();
    assertThat(time.elapsed()).isBetween(MINUTE.plusSeconds(40), MINUTE.plusSeconds(41));
  }

  @Test
  void closing_a_permit_twice_counts_once() throws Exception {
    var budget = budget(limits().perMinute(2).build());

    var permit = budget.reserve(READ, NO_PATIENCE);
    permit.close();
    permit.close();
    permit.cancel();

    budget.reserve(READ, NO_PATIENCE).close();
    assertRefused(budget, READ, NO_PATIENCE, MINUTE);
  }

  @Test
  void a_wait_that_cannot_end_in_time_fails_at_once_and_says_when_to_try_again() throws Exception {
    var budget = budget(limits().build());
    spend(budget, 60, READ);
    time.pass(Duration.ofSeconds(10));

    assertRefused(budget, READ, Duration.ofSeconds(50), MINUTE.minusSeconds(10));
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_wait_that_ends_with_the_patience_succeeds() throws Exception {
    var budget = budget(limits().build());
    spend(budget, 60, READ);

    budget.reserve(READ, MINUTE.plus(PRECISION)).close();

    assertElapsed(MINUTE);
  }

  @Test
  void a_permit_that_is_given_back_does_not_count() throws Exception {
    var budget = budget(limits().perMinute(1).perDay(1).build());
    var unused = budget.reserve(READ, PATIENT);

    unused.cancel();
    unused.close();
    budget.reserve(READ, NO_PATIENCE).close();

    assertThat(time.elapsed()).isLessThanOrEqualTo(PRECISION);
  }

  @Test
  void a_block_holds_everybody_back_until_it_ends() throws Exception {
    var budget = budget(limits().build());
    budget.reserve(READ, NO_PATIENCE).close();
    budget.block(Duration.ofMinutes(15));
    budget.block(Duration.ofSeconds(1));

    assertRefused(budget, READ, Duration.ofMinutes(14), Duration.ofMinutes(15));
    budget.reserve(WRITE, Duration.ofMinutes(16)).close();

    assertElapsed(Duration.ofMinutes(15));
  }

  @Test
  void reads_leave_room_for_writes() throws Exception {
    var budget = budget(limits().reserveForWrites(10).build());

    spend(budget, 50, READ);

    assertRefused(budget, READ, NO_PATIENCE, MINUTE);
    spend(budget, 10, WRITE);
    assertRefused(budget, WRITE, NO_PATIENCE, MINUTE);
  }

  @Test
  void the_day_ends_at_midnight_utc_and_its_limit_with_it() throws Exception {
    var budget = budget(limits().perDay(100).build());
    for (int i = 0; i < 2; i++) {
      spend(budget, 50, READ);
      time.pass(Duration.ofMinutes(2));
    }

    var refused = catchThrowableOfType(PermitRefused.class, () -> spend(budget, 1, READ));

    assertThat(refused.retryAt())
        .isBetween(midnight().plusMillis(250), midnight().plusMillis(250).plus(PRECISION));
    budget.reserve(READ, PATIENT).close();
    assertThat(time.clock().instant()).isAfterOrEqualTo(midnight().plusMillis(250));
  }

  /** The next midnight of the day on which the tests run. */
  protected Instant midnight() {
    return Instant.parse("2026-03-11T00:00:00Z");
  }

  @Test
  void an_interrupted_caller_reserves_nothing() throws Exception {
    var budget = budget(limits().perMinute(1).build());

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> budget.reserve(READ, PATIENT))
        .isInstanceOf(InterruptedException.class);
    budget.reserve(READ, NO_PATIENCE).close();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void patience_without_end_is_fine() throws Exception {
    var budget = budget(limits().perMinute(1).build());
    budget.reserve(READ, Duration.ofSeconds(Long.MAX_VALUE)).close();
    budget.reserve(READ, Duration.ofSeconds(Long.MAX_VALUE)).close();

    assertElapsed(MINUTE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_server_that_counts_beside_it_never_sees_more_than_its_limit(long seed) throws Exception {
    var random = new Random(seed);
    var budget = budget(limits().grace(Duration.ofSeconds(5)).build());
    var server = new LimitedServer();
    Queue<Permit> underWay = new ArrayDeque<>();
    while (time.elapsed().toMinutes() < 10) {
      time.pass(Duration.ofMillis(random.nextInt(300)));
      var kind = random.nextBoolean() ? READ : WRITE;
      underWay.add(budget.reserve(kind, PATIENT, Duration.ofSeconds(30)));
      server.serves(time.nanos());
      while (underWay.size() > random.nextInt(10)) {
        var permit = underWay.remove();
        if (random.nextInt(10) == 0) {
          permit.abandon();
        } else {
          permit.close();
        }
      }
    }

    assertThat(server.refused()).isZero();
    assertThat(server.most(Duration.ofMinutes(1))).isEqualTo(60);
  }

  private static void spend(RequestBudget budget, int requests, RequestKind kind)
      throws InterruptedException {
    for (int i = 0; i < requests; i++) {
      try (var permit = budget.reserve(kind, NO_PATIENCE)) {
        assertThat(permit).isNotNull();
      }
    }
  }

  private void assertElapsed(Duration expected) {
    assertThat(time.elapsed()).isBetween(expected, expected.plus(PRECISION));
  }

  private void assertRefused(
      RequestBudget budget, RequestKind kind, Duration patience, Duration retryAfter) {
    var expected = time.clock().instant().plus(retryAfter);
    assertThatThrownBy(() -> budget.reserve(kind, patience))
        .isInstanceOfSatisfying(
            PermitRefused.class,
            refused -> assertThat(refused.retryAt()).isBetween(expected, expected.plus(PRECISION)));
  }
}
