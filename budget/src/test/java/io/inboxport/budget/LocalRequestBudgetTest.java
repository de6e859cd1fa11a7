package io.inboxport.budget;

import static io.inboxport.budget.RequestKind.READ;
import static io.inboxport.budget.RequestKind.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests how many requests leave, and what those are told that may not. */
class LocalRequestBudgetTest extends BudgetFixture {
  @Test
  void no_call_keeps_others_out_when_it_has_ended() throws Exception {
    var budget = budget(limits().perMinute(2));

    budget.reserve(READ, PATIENT).close();
    assertOpenToOthers(budget);
    budget.reserve(READ, PATIENT).close();
    budget.reserve(READ, PATIENT).close();
    assertOpenToOthers(budget);
    budget.block(Duration.ofHours(1));
    assertOpenToOthers(budget);
    assertThatThrownBy(() -> budget.reserve(READ, NO_PATIENCE)).isInstanceOf(PermitRefused.class);
    assertOpenToOthers(budget);
    budget.giveBack(budget.enter(READ, PATIENT, LEASE));
    assertOpenToOthers(budget);
  }

  @Test
  void a_budget_is_untouched_until_it_is_asked_and_again_when_the_windows_have_passed()
      throws Exception {
    var budget = budget(limits());
    assertThat(budget.isUntouched()).isTrue();

    budget.reserve(READ, PATIENT).close();
    assertThat(budget.isUntouched()).isFalse();

    time.pass(Duration.ofDays(2));
    assertThat(budget.isUntouched()).isTrue();
  }

  @Test
  void the_61st_request_of_a_minute_waits_for_the_minute_and_the_margin() throws Exception {
    var budget = budget(limits());

    spend(budget, 60, READ);
    budget.reserve(READ, PATIENT).close();

    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(1).plus(MARGIN));
    assertThat(time.parks).hasSize(1);
  }

  @Test
  void the_121st_request_within_five_seconds_waits_for_them_to_pass() throws Exception {
    var budget = budget(limits().perMinute(1_000));

    spend(budget, 120, READ);
    budget.reserve(READ, PATIENT).close();

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5).plus(MARGIN));
  }

  @Test
  void the_window_of_a_request_starts_when_its_answer_is_here() throws Exception {
    var budget = budget(limits().perMinute(1));

    var slow = budget.reserve(READ, PATIENT);
    time.pass(Duration.ofSeconds(40));
    slow.close();
    budget.reserve(READ, PATIENT).close();

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(100).plus(MARGIN));
  }

  @Test
  void a_request_under_way_keeps_its_place_until_its_lease_and_grace_are_over() throws Exception {
    var budget = budget(limits().perMinute(1).grace(Duration.ofSeconds(30)));

    try (var endless = budget.reserve(READ, PATIENT, Duration.ofMinutes(10))) {
      time.pass(Duration.ofMinutes(10));

      assertRefused(budget, READ, Duration.ofSeconds(30), Duration.ofMinutes(1).plus(MARGIN));
      assertThat(endless).isNotNull();
    }
  }

  @Test
  void a_permit_that_is_never_ended_comes_back_a_window_after_its_lease_and_grace()
      throws Exception {
    var budget = budget(limits().perMinute(1).grace(Duration.ofSeconds(30)));
    var forgotten = budget.reserve(READ, PATIENT, Duration.ofSeconds(10));

    budget.reserve(READ, PATIENT).close();
    forgotten.close();

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(100).plus(MARGIN));
    assertRefused(budget, READ, NO_PATIENCE, Duration.ofMinutes(1).plus(MARGIN));
  }

  @Test
  void a_permit_whose_lease_is_over_leaves_the_room_of_others_as_it_is() throws Exception {
    var budget = budget(limits().perMinute(2).grace(Duration.ZERO));
    var forgotten = budget.reserve(READ, PATIENT, Duration.ofSeconds(10));
    var kept = budget.reserve(READ, PATIENT, Duration.ofHours(1));
    time.pass(Duration.ofMinutes(5));

    forgotten.cancel();
    budget.reserve(READ, NO_PATIENCE).close();

    assertRefused(budget, READ, NO_PATIENCE, Duration.ofMinutes(1).plus(MARGIN));
    kept.cancel();
    budget.reserve(READ, NO_PATIENCE).close();
  }

  @Test
  void closing_a_permit_twice_counts_once() throws Exception {
    var budget = budget(limits().perMinute(2));

    var permit = budget.reserve(READ, NO_PATIENCE);
    permit.close();
    permit.close();

    budget.reserve(READ, NO_PATIENCE).close();
    assertRefused(budget, READ, NO_PATIENCE, Duration.ofMinutes(1).plus(MARGIN));
  }

  @Test
  void a_wait_that_cannot_end_in_time_fails_at_once_and_says_when_to_try_again() throws Exception {
    var budget = budget(limits());
    spend(budget, 60, READ);
    time.pass(Duration.ofSeconds(10));

    assertRefused(budget, READ, Duration.ofSeconds(50), Duration.ofSeconds(50).plus(MARGIN));
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_wait_that_ends_with_the_patience_succeeds() throws Exception {
    var budget = budget(limits());
    spend(budget, 60, READ);

    budget.reserve(READ, Duration.ofMinutes(1).plus(MARGIN)).close();

    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(1).plus(MARGIN));
  }

  @Test
  void a_permit_that_is_given_back_does_not_count() throws Exception {
    var budget = budget(limits().perMinute(1).perDay(1));
    var unused = budget.reserve(READ, PATIENT);

    unused.cancel();
    unused.close();

    assertThat(budget.enter(READ, Duration.ZERO, LEASE).state).isEqualTo(Reservation.State.GRANTED);
  }

  @Test
  void a_block_holds_everybody_back_until_it_ends() throws Exception {
    var budget = budget(limits());
    budget.block(Duration.ofMinutes(15));

    assertRefused(budget, READ, Duration.ofMinutes(14), Duration.ofMinutes(15));
    budget.reserve(WRITE, Duration.ofMinutes(15)).close();

    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void a_block_sends_those_home_who_cannot_wait_for_its_end_and_keeps_the_others()
      throws Exception {
    var budget = budget(limits().perMinute(1));
    budget.reserve(READ, PATIENT).close();
    var hasty = budget.enter(READ, Duration.ofMinutes(5), LEASE);
    var patient = budget.enter(READ, PATIENT, LEASE);

    budget.block(Duration.ofMinutes(15));

    assertThat(hasty.state).isEqualTo(Reservation.State.REFUSED);
    assertThat(time.woken).containsExactly(hasty, patient);
    assertThat(budget.proceed(patient)).isEqualTo(Duration.ofMinutes(15).toNanos());
  }

  @Test
  void a_shorter_block_does_not_shorten_a_longer_one() throws Exception {
    var budget = budget(limits());
    budget.block(Duration.ofMinutes(15));
    budget.block(Duration.ofSeconds(1));

    assertRefused(budget, READ, NO_PATIENCE, Duration.ofMinutes(15));
  }

  @Test
  void reads_leave_room_for_writes() throws Exception {
    var budget = budget(limits().reserveForWrites(10));

    spend(budget, 50, READ);

    assertRefused(budget, READ, NO_PATIENCE, Duration.ofMinutes(1).plus(MARGIN));
    spend(budget, 10, WRITE);
    assertRefused(budget, WRITE, NO_PATIENCE, Duration.ofMinutes(1).plus(MARGIN));
  }

  @Test
  void a_write_overtakes_reads_that_wait_for_the_share_of_reads() throws Exception {
    var budget = budget(limits().reserveForWrites(10));
    spend(budget, 50, READ);
    var read = budget.enter(READ, PATIENT, LEASE);

    var write = budget.enter(WRITE, PATIENT, LEASE);

    assertThat(read.state).isEqualTo(Reservation.State.WAITING);
    assertThat(write.state).isEqualTo(Reservation.State.GRANTED);
  }

  @Test
  void writes_beyond_their_reserve_wait_in_turn_with_the_reads() throws Exception {
    var budget = budget(limits().perMinute(2).reserveForWrites(1));
    spend(budget, 2, WRITE);
    var read = budget.enter(READ, PATIENT, LEASE);
    var write = budget.enter(WRITE, PATIENT, LEASE);
    var last = budget.enter(WRITE, PATIENT, LEASE);
    time.pass(Duration.ofMinutes(1).plus(MARGIN));

    assertThat(budget.proceed(last)).isPositive();

    assertThat(read.state).isEqualTo(Reservation.State.GRANTED);
    assertThat(write.state).isEqualTo(Reservation.State.GRANTED);
    assertThat(last.state).isEqualTo(Reservation.State.WAITING);
  }

  @Test
  void without_limits_nothing_is_counted_but_a_block_is_kept() throws Exception {
    var budget = LocalRequestBudget.unlimited(time, time.clock());
    spend(budget, 10_000, READ);
    assertThat(time.parks).isEmpty();

    budget.block(Duration.ofMinutes(1));

    assertRefused(budget, READ, NO_PATIENCE, Duration.ofMinutes(1));
  }

  @Test
  void a_budget_is_untouched_until_used_and_again_when_all_is_past() throws Exception {
    var budget = budget(limits());
    assertThat(budget.isUntouched()).isTrue();

    var permit = budget.reserve(READ, NO_PATIENCE);
    assertThat(budget.isUntouched()).isFalse();
    permit.close();
    time.pass(Duration.ofMinutes(2));
    assertThat(budget.isUntouched()).as("the day's count is left").isFalse();

    time.pass(Duration.ofDays(1));
    assertThat(budget.isUntouched()).isTrue();
  }

  @Test
  void patience_without_end_is_fine() throws Exception {
    var budget = budget(limits().perMinute(1));
    budget.reserve(READ, Duration.ofSeconds(Long.MAX_VALUE)).close();
    budget.reserve(READ, Duration.ofSeconds(Long.MAX_VALUE)).close();

    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(1).plus(MARGIN));
  }

  @Test
  void a_forgotten_permit_keeps_no_impatient_caller_out_when_its_window_is_past() throws Exception {
    var budget = budget(limits().perMinute(1).grace(Duration.ZERO));
    var forgotten = budget.reserve(READ, PATIENT, Duration.ofSeconds(10));
    time.pass(Duration.ofMinutes(5));

    budget.reserve(READ, NO_PATIENCE).close();

    assertThat(forgotten).isNotNull();
  }

  @Test
  void a_budget_with_a_forgotten_permit_is_untouched_when_all_is_past() throws Exception {
    var budget = budget(limits());
    var forgotten = budget.reserve(READ, PATIENT, Duration.ofSeconds(10));

    time.pass(Duration.ofDays(3));

    assertThat(budget.isUntouched()).isTrue();
    assertThat(forgotten).isNotNull();
  }

  @Test
  void a_request_that_was_given_up_holds_its_place_of_five_seconds_for_the_grace()
      throws Exception {
    var budget = budget(limits().perFiveSeconds(1).grace(Duration.ofSeconds(30)));

    budget.reserve(READ, PATIENT).abandon();
    budget.reserve(READ, PATIENT).close();

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(35).plus(MARGIN));
  }
}
