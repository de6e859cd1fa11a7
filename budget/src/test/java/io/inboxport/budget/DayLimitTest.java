package io.inboxport.budget;

import static io.inboxport.budget.RequestKind.READ;
import static io.inboxport.budget.RequestKind.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests how the requests of a day are counted, by a wall clock that may step. */
class DayLimitTest extends BudgetFixture {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-11T00:00:00Z");

  @Test
  void the_day_starts_anew_at_midnight_utc() throws Exception {
    time.setWall(Instant.parse("2026-03-10T22:00:00Z"));
    var budget = budget(limits().perMinute(1_000).perDay(100));
    spend(budget, 100, READ);

    assertRefused(budget, READ, Duration.ofHours(1), Duration.ofHours(2).plus(MARGIN));
    budget.reserve(READ, Duration.ofHours(3)).close();

    assertThat(time.elapsed()).isEqualTo(Duration.ofHours(2).plus(MARGIN));
  }

  @Test
  void reads_leave_their_share_of_the_day_to_writes() throws Exception {
    var budget = budget(limits().perMinute(100).reserveForWrites(50).perDay(10));
    spend(budget, 5, READ);

    assertThatThrownBy(() -> budget.reserve(READ, NO_PATIENCE)).isInstanceOf(PermitRefused.class);
    spend(budget, 5, WRITE);
  }

  @Test
  void a_clock_that_steps_breaks_no_window() throws Exception {
    var budget = budget(limits());
    spend(budget, 60, READ);

    time.setWall(SteppedTime.START.plus(Duration.ofHours(5)));
    assertRefused(budget, READ, NO_PATIENCE, Duration.ofMinutes(1).plus(MARGIN));
    time.setWall(SteppedTime.START.minus(Duration.ofHours(5)));
    assertRefused(budget, READ, NO_PATIENCE, Duration.ofMinutes(1).plus(MARGIN));
  }

  @Test
  void a_clock_that_steps_over_midnight_and_back_finds_the_count_of_the_day() throws Exception {
    var budget = budget(limits().perDay(5));
    spend(budget, 5, READ);

    time.pass(Duration.ofMinutes(2));
    time.setWall(SteppedTime.START.plus(Duration.ofDays(1)));
    budget.reserve(READ, NO_PATIENCE).close();
    time.pass(Duration.ofMinutes(2));
    time.setWall(SteppedTime.START);

    assertThatThrownBy(() -> budget.reserve(READ, NO_PATIENCE)).isInstanceOf(PermitRefused.class);
  }

  @Test
  void a_request_under_way_at_midnight_counts_for_both_days() throws Exception {
    var budget = budget(limits().perDay(1));
    time.setWall(MIDNIGHT.minusSeconds(30));
    var permit = budget.reserve(READ, NO_PATIENCE);
    time.pass(Duration.ofMinutes(1));
    permit.close();

    assertRefused(budget, READ, NO_PATIENCE, Duration.ofDays(1).minusSeconds(30).plus(MARGIN));
  }

  @Test
  void a_request_given_up_shortly_before_midnight_counts_for_both_days() throws Exception {
    var budget = budget(limits().perDay(1).grace(Duration.ofMinutes(1)));
    time.setWall(MIDNIGHT.minusSeconds(30));
    budget.reserve(READ, NO_PATIENCE).abandon();
    time.pass(Duration.ofMinutes(2));

    assertRefused(budget, READ, NO_PATIENCE, Duration.ofDays(1).minusSeconds(90).plus(MARGIN));
  }
}
