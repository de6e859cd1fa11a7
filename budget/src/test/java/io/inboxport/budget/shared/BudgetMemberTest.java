package io.inboxport.budget.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetExchange.DayCount;
import io.inboxport.budget.shared.BudgetExchange.PermitEnd;
import io.inboxport.budget.shared.BudgetExchange.RememberedRequest;
import io.inboxport.budget.shared.PermitSeat.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One process with a line for writes and one for reads, step by step; times are nanoseconds. */
class BudgetMemberTest {
  private static final long MILLI = Duration.ofMillis(1).toNanos();
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long NOW = 1_000 * SECOND;
  private static final long PATIENT = NOW + 36_000 * SECOND;
  private static final Duration TIMEOUT = Duration.ofMillis(250);

  /** A lease of 30 seconds, a grace of a minute, and a window: nothing older can matter. */
  private static final long CLOSURE = (30 + 60 + 60) * SECOND + 250 * MILLI;

  private final List<PermitSeat> woken = new ArrayList<>();
  private final BudgetMember member = member(false);

  private BudgetMember member(boolean canForget) {
    var limits = RequestLimits.documented().toBuilder().reserveForWrites(10).build();
    return new BudgetMember("web-1", limits, TIMEOUT, canForget, false, 4, woken::add);
  }

  private static PermitSeat enter(BudgetMember member, boolean read, long deadline, long now) {
    var seat = new PermitSeat(read, deadline, 20 * SECOND);
    member.enter(seat, now);
    return seat;
  }

  private PermitSeat write(long deadline) {
    return enter(member, false, deadline, NOW);
  }

  private PermitSeat read(long deadline) {
    return enter(member, true, deadline, NOW);
  }

  private static BudgetAnswer answer(int writes, int reads, long writeWait, long readWait) {
    return new BudgetAnswer(7, false, writes, reads, writeWait, readWait, List.of(), 0);
  }

  private static BudgetAnswer lost() {
    return new BudgetAnswer(8, true, 0, 0, 60_000, 60_000, List.of(), 0);
  }

  /** A seat that the store has granted at once. */
  private PermitSeat granted(boolean read) {
    var seat = enter(member, read, PATIENT, NOW);
    member.answered(member.begin(NOW), answer(read ? 0 : 1, read ? 1 : 0, 0, 0), NOW);
    assertThat(seat.state).isEqualTo(State.GRANTED);
    return seat;
  }

  private static List<Long> cancelled(BudgetExchange exchange) {
    return exchange.ends().stream()
        .filter(end -> end.kind() == PermitEnd.Kind.CANCELLED)
        .map(PermitEnd::permit)
        .toList();
  }

  @Test
  void reads_and_writes_get_the_permits_that_were_wanted_for_them() {
    var write = write(PATIENT);
    var read = read(PATIENT);

    var exchange = member.begin(NOW);
    member.answered(exchange, answer(1, 1, 0, 0), NOW);

    assertThat(write.number).isEqualTo(exchange.firstPermit());
    assertThat(read.number).isEqualTo(exchange.firstPermit() + 1);
    assertThat(woken).contains(write, read);
  }

  @Test
  void an_answer_of_a_loss_makes_it_tell_what_it_remembers_at_once() {
    var write = granted(false);
    var read = granted(true);
    write(PATIENT);
    read(PATIENT);
    woken.clear();

    member.answered(member.begin(NOW), lost(), NOW);

    assertThat(woken).hasSize(2);
    assertThat(member.isExchangeDue(NOW)).isTrue();
    var next = member.begin(NOW);
    assertThat(next.epoch()).isEqualTo(8);
    assertThat(next.acknowledged()).isZero();
    assertThat(next.remembered())
        .extracting(RememberedRequest::permit, RememberedRequest::read)
        .containsExactly(tuple(write.number, false), tuple(read.number, true));
    member.answered(next, answer(0, 0, 60_000, 60_000), NOW);
    assertThat(member.begin(NOW).remembered()).as("told once").isEmpty();
  }

  @Test
  void the_counts_of_days_are_told_once_to_a_store_that_has_lost_them() {
    var days = List.of(new DayCount(20_522, 40, 20));
    var known = new BudgetAnswer(7, false, 0, 0, 0, 0, days, 0);
    member.answered(member.begin(NOW), known, NOW);
    var other = member.begin(NOW);
    assertThat(other.days()).isEmpty();

    member.answered(other, lost(), NOW);

    var next = member.begin(NOW);
    assertThat(next.days()).isEqualTo(days);
    member.answered(next, known, NOW);
    assertThat(member.begin(NOW).days()).isEmpty();
  }

  @Test
  void an_answer_that_comes_at_the_time_out_gives_all_its_permits_back() {
    var seat = write(PATIENT);
    read(PATIENT);
    var exchange = member.begin(NOW);

    member.answered(exchange, answer(1, 1, 0, 0), NOW + TIMEOUT.toNanos());

    assertThat(seat.state).isEqualTo(State.WAITING);
    assertThat(cancelled(member.begin(NOW + TIMEOUT.toNanos())))
        .containsExactly(exchange.firstPermit(), exchange.firstPermit() + 1);
  }

  @Test
  void an_answer_that_comes_before_the_time_out_counts() {
    var seat = write(PATIENT);
    var exchange = member.begin(NOW);

    member.answered(exchange, answer(1, 0, 0, 0), NOW + TIMEOUT.toNanos() - 1);

    assertThat(seat.state).isEqualTo(State.GRANTED);
  }

  @Test
  void those_who_wait_are_told_of_a_store_that_does_not_answer_in_time() {
    var write = write(PATIENT);
    var read = read(PATIENT);
    member.begin(NOW);

    assertThat(member.proceed(write, NOW + 1)).isEqualTo(TIMEOUT.toNanos() - 1);
    assertThat(member.proceed(write, NOW + TIMEOUT.toNanos())).isZero();

    assertThat(write.state).isEqualTo(State.UNAVAILABLE);
    assertThat(read.state).isEqualTo(State.UNAVAILABLE);
    assertThat(woken).contains(write, read);
  }

  @Test
  void an_exchange_without_end_is_given_up_for_another_and_its_answer_is_ignored() {
    var late = write(PATIENT);
    var first = member.begin(NOW);
    member.proceed(late, NOW + TIMEOUT.toNanos());
    assertThat(enter(member, false, PATIENT, NOW + BudgetMember.STUCK - 1).state)
        .isEqualTo(State.UNAVAILABLE);
    long later = NOW + BudgetMember.STUCK + SECOND;
    var seat = enter(member, false, PATIENT, later);

    assertThat(member.isExchangeDue(later)).isTrue();
    var second = member.begin(later);
    member.answered(first, answer(1, 0, 0, 0), later);
    assertThat(seat.state).isEqualTo(State.WAITING);
    member.failed(first, new IllegalStateException("Too late."), later);
    member.answered(second, answer(1, 0, 0, 0), later);

    assertThat(cancelled(second)).containsExactly(first.firstPermit());
    assertThat(seat.state).isEqualTo(State.GRANTED);
  }

  @Test
  void five_seconds_after_its_exchange_a_process_without_answer_tries_another_one() {
    var late = write(PATIENT);
    member.begin(NOW);
    member.proceed(late, NOW + TIMEOUT.toNanos());

    var seat = enter(member, false, PATIENT, NOW + BudgetMember.STUCK);

    assertThat(seat.state).isEqualTo(State.WAITING);
    assertThat(member.isExchangeDue(NOW + BudgetMember.STUCK)).isTrue();
  }

  @Test
  void an_early_first_failure_is_tried_again_and_each_answer_allows_another() {
    var cause = new IllegalStateException("The connection broke.");
    long early = NOW + TIMEOUT.toNanos() / 2 - 1;
    for (int i = 0; i < 2; i++) {
      var seat = write(PATIENT);
      member.failed(member.begin(NOW), cause, early);
      assertThat(seat.state).isEqualTo(State.WAITING);
      assertThat(member.isExchangeDue(early)).isTrue();
      member.answered(member.begin(early), answer(1, 0, 0, 0), early);
      assertThat(seat.state).isEqualTo(State.GRANTED);
    }
  }

  @Test
  void a_first_failure_that_took_half_the_time_out_is_not_tried_again() {
    var seat = write(PATIENT);

    member.failed(
        member.begin(NOW),
        new IllegalStateException("The connection broke."),
        NOW + TIMEOUT.toNanos() / 2);

    assertThat(seat.state).isEqualTo(State.UNAVAILABLE);
    assertThat(seat.retryAt).isEqualTo(NOW + TIMEOUT.toNanos() / 2 + SECOND);
  }

  @Test
  void a_caller_who_leaves_the_line_is_asked_for_no_more() {
    var leaves = write(PATIENT);
    var stays = write(PATIENT);

    member.leave(leaves, NOW);

    assertThat(leaves.state).isEqualTo(State.OVER);
    assertThat(woken).containsExactly(stays);
    assertThat(member.begin(NOW).writes().count()).isEqualTo(1);
  }

  @Test
  void a_caller_who_leaves_when_the_permit_is_there_gives_it_back() {
    var seat = granted(false);

    member.leave(seat, NOW);

    assertThat(seat.state).isEqualTo(State.OVER);
    assertThat(cancelled(member.begin(NOW))).containsExactly(seat.number);
  }

  @Test
  void a_permit_that_is_given_back_lets_both_lines_ask_again_and_an_answered_one_does_not() {
    var answered = granted(false);
    var unused = granted(false);
    write(PATIENT);
    read(PATIENT);
    member.answered(member.begin(NOW), answer(0, 0, 60_000, 60_000), NOW);
    woken.clear();

    member.end(answered, PermitEnd.Kind.ANSWERED, NOW);
    assertThat(woken).isEmpty();
    assertThat(member.isExchangeDue(NOW)).isFalse();
    member.end(unused, PermitEnd.Kind.CANCELLED, NOW);

    assertThat(woken).hasSize(2);
    assertThat(member.isExchangeDue(NOW)).isTrue();
  }

  @Test
  void a_block_sends_those_home_who_cannot_wait_for_its_end() {
    long end = NOW + 10 * SECOND;
    var seats = List.of(write(end - 1), read(end - 1), write(end), read(end));

    member.block(10 * SECOND, NOW);

    assertThat(seats)
        .extracting(seat -> seat.state)
        .containsExactly(State.REFUSED, State.REFUSED, State.WAITING, State.WAITING);
    assertThat(write(end - 1).state).isEqualTo(State.REFUSED);
    assertThat(write(end).state).isEqualTo(State.WAITING);
  }

  @Test
  void a_block_is_waited_for_and_so_is_a_turn_that_comes_later() {
    var seat = write(PATIENT);
    member.answered(member.begin(NOW), answer(0, 0, 10_000, 0), NOW);
    assertThat(member.proceed(seat, NOW)).isEqualTo(10 * SECOND);

    member.block(SECOND, NOW);
    assertThat(member.proceed(seat, NOW)).isEqualTo(10 * SECOND);
    member.block(20 * SECOND, NOW);
    assertThat(member.proceed(seat, NOW)).isEqualTo(20 * SECOND);
  }

  @Test
  void a_block_that_begins_during_an_exchange_is_told_with_the_next_one() {
    write(PATIENT);
    var exchange = member.begin(NOW);
    member.block(20 * SECOND, NOW);

    member.answered(exchange, answer(0, 0, 10_000, 0), NOW);

    assertThat(member.isExchangeDue(NOW)).isTrue();
    assertThat(member.begin(NOW).block()).isEqualTo(20_001);
  }

  @Test
  void those_behind_the_first_park_until_their_patience_is_over() {
    var first = write(PATIENT);
    var second = write(NOW + 50 * SECOND);
    member.answered(member.begin(NOW), answer(0, 0, 10_000, 0), NOW);

    assertThat(member.proceed(first, NOW)).isEqualTo(10 * SECOND);
    assertThat(member.proceed(second, NOW)).isEqualTo(50 * SECOND);
  }

  @Test
  void an_end_waits_200_ms_for_an_exchange_to_take_it_along_unless_the_process_leaves() {
    member.end(granted(false), PermitEnd.Kind.ANSWERED, NOW);

    assertThat(member.isActive(NOW)).isTrue();
    assertThat(member.isExchangeDue(NOW + BudgetMember.FLUSH - 1)).isFalse();
    assertThat(member.isExchangeDue(NOW + BudgetMember.FLUSH)).isTrue();
    member.hurry(NOW);
    assertThat(member.isExchangeDue(NOW)).isTrue();
  }

  @Test
  void a_process_at_rest_has_nothing_to_say() {
    assertThat(member.isActive(NOW)).isFalse();

    granted(false);

    assertThat(member.isActive(NOW)).isFalse();
    assertThat(member.isExchangeDue(NOW + 3_600 * SECOND)).isFalse();
  }

  @Test
  void permits_taken_in_advance_are_told_as_unused_when_their_time_is_over() {
    takeInAdvance();
    assertThat(member.isActive(NOW)).isTrue();
    long over = NOW + ReadAhead.KEPT;

    assertThat(member.isExchangeDue(over - 1)).isFalse();
    member.isExchangeDue(over);

    assertThat(cancelled(member.begin(over))).hasSize(2);
  }

  @Test
  void a_block_gives_back_what_was_taken_in_advance() {
    takeInAdvance();
    member.block(SECOND, NOW);
    assertThat(cancelled(member.begin(NOW))).hasSize(2);
  }

  @Test
  void a_process_that_leaves_gives_back_what_it_took_in_advance() {
    takeInAdvance();
    member.hurry(NOW);
    assertThat(cancelled(member.begin(NOW))).hasSize(2);
  }

  @Test
  void a_loss_gives_back_what_was_taken_in_advance() {
    takeInAdvance();
    member.answered(member.begin(NOW), lost(), NOW);
    assertThat(cancelled(member.begin(NOW))).hasSize(2);
  }

  @Test
  void a_failure_gives_back_what_was_taken_in_advance() {
    takeInAdvance();
    var exchange = member.begin(NOW);
    member.failed(exchange, new IllegalStateException("Broken."), NOW + TIMEOUT.toNanos());
    assertThat(cancelled(member.begin(NOW + 2 * SECOND))).hasSize(2);
  }

  /** One permit for a write and one for a read, which no caller wants yet. */
  private void takeInAdvance() {
    for (int i = 0; i < 3; i++) {
      write(PATIENT);
      read(PATIENT);
      var exchange = member.begin(NOW);
      int writes = exchange.writes().count();
      int reads = exchange.reads().count();
      member.answered(exchange, answer(writes, reads, 0, 0), NOW);
      assertThat(writes).as("with those in advance").isEqualTo(i < 2 ? 1 : 2);
    }
  }

  @Test
  void an_exchange_that_wants_nothing_does_not_raise_what_is_taken_in_advance() {
    for (int i = 0; i < 2; i++) {
      write(PATIENT);
      member.answered(member.begin(NOW), answer(1, 0, 0, 0), NOW);
    }

    member.answered(member.begin(NOW), answer(0, 0, 0, 0), NOW);

    write(PATIENT);
    assertThat(member.begin(NOW).writes().count()).isEqualTo(2);
  }

  @Test
  void a_permit_in_advance_whose_time_is_over_does_not_hide_a_later_one() {
    takeInAdvance();
    long later = NOW + 100 * MILLI;
    member.enter(new PermitSeat(false, PATIENT, 30 * SECOND), later);
    var exchange = member.begin(later);
    member.answered(exchange, answer(exchange.writes().count(), 0, 0, 0), later);

    var seat = enter(member, false, PATIENT, NOW + ReadAhead.KEPT);

    assertThat(seat.state).isEqualTo(State.GRANTED);
    assertThat(seat.number).isGreaterThan(exchange.firstPermit());
  }

  @Test
  void those_who_get_none_of_the_permits_of_an_answer_without_a_wait_ask_again_at_once() {
    write(PATIENT);
    write(PATIENT);
    member.answered(member.begin(NOW), answer(0, 0, 10_000, 0), NOW);
    assertThat(member.isExchangeDue(NOW)).isFalse();

    member.answered(member.begin(NOW), answer(1, 0, 0, 0), NOW);

    assertThat(member.isExchangeDue(NOW)).isTrue();
  }

  @Test
  void a_request_on_a_permit_taken_in_advance_is_remembered_as_any_other() {
    takeInAdvance();
    var seat = write(PATIENT);
    assertThat(seat.state).isEqualTo(State.GRANTED);

    member.answered(member.begin(NOW), lost(), NOW);

    assertThat(member.begin(NOW).remembered())
        .extracting(RememberedRequest::permit)
        .contains(seat.number);
  }

  @Test
  void a_permit_in_advance_serves_no_longer_lease_than_those_it_was_taken_with() {
    takeInAdvance();
    var longer = new PermitSeat(false, PATIENT, 20 * SECOND + 2 * MILLI);
    member.enter(longer, NOW);
    assertThat(longer.state).isEqualTo(State.WAITING);
  }

  @Test
  void a_process_that_was_silent_for_20_minutes_and_has_nothing_under_way_begins_anew() {
    member.end(granted(false), PermitEnd.Kind.ANSWERED, NOW);
    long end = NOW + Duration.ofMinutes(20).toNanos();

    write(PATIENT);
    assertThat(member.begin(end).epoch()).isEqualTo(7);
    var anew = member.begin(end + 1);

    assertThat(anew.epoch()).isZero();
    assertThat(anew.acknowledged()).isZero();
  }

  @Test
  void a_process_with_a_long_request_remembers_for_as_long_as_that() {
    var seat = new PermitSeat(false, PATIENT, Duration.ofHours(1).toNanos());
    member.enter(seat, NOW);
    member.answered(member.begin(NOW), answer(1, 0, 0, 0), NOW);

    assertThat(member.begin(NOW + Duration.ofMinutes(30).toNanos()).epoch()).isEqualTo(7);
  }

  @Test
  void what_the_store_may_have_granted_counts_from_the_first_question_until_an_answer_comes() {
    write(PATIENT);
    var first = member.begin(NOW);
    member.failed(first, new IllegalStateException("Broken."), NOW);
    var second = member.begin(NOW + SECOND);
    assertThat(member.forgottenAt()).isEqualTo(NOW + CLOSURE);

    member.answered(second, answer(1, 0, 0, 0), NOW + SECOND);

    assertThat(member.forgottenAt()).isEqualTo(NOW + SECOND + CLOSURE);
  }

  @Test
  void a_process_looks_twice_a_second_whether_the_store_remembers_while_it_can_matter() {
    var witness = member(true);
    enter(witness, false, PATIENT, NOW);
    witness.answered(witness.begin(NOW), answer(0, 0, 3_600_000, 0), NOW);
    var seat = enter(witness, true, NOW + CLOSURE, NOW);
    witness.leave(seat, NOW);

    assertThat(witness.isExchangeDue(NOW + BudgetMember.CHECK - 1)).isFalse();
    assertThat(witness.isExchangeDue(NOW + BudgetMember.CHECK)).isTrue();
  }

  @Test
  void a_process_that_wants_nothing_any_more_stops_to_look_when_nothing_can_be_lost() {
    var witness = member(true);
    var seat = enter(witness, false, PATIENT, NOW);
    witness.answered(witness.begin(NOW), answer(0, 0, 60_000, 0), NOW);
    witness.leave(seat, NOW);

    assertThat(witness.isActive(NOW + CLOSURE - 1)).isTrue();
    assertThat(witness.isActive(NOW + CLOSURE)).isFalse();
  }
}
