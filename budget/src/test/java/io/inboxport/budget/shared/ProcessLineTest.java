package io.inboxport.budget.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.budget.shared.BudgetExchange.Want;
import io.inboxport.budget.shared.PermitSeat.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line that takes nothing in advance; times are nanoseconds. */
class ProcessLineTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long NOW = 100 * SECOND;
  private static final long TURN = NOW + 10 * SECOND;
  private static final long PATIENT = NOW + 3_600 * SECOND;

  private final List<PermitSeat> woken = new ArrayList<>();
  private final ProcessLine line = new ProcessLine(0, woken::add);

  private PermitSeat enter(long deadline, long now) {
    var seat = new PermitSeat(false, deadline, 20 * SECOND);
    line.enter(seat, now);
    return seat;
  }

  @Test
  void the_first_to_come_is_the_first_in_line() {
    assertThat(line.isEmpty()).isTrue();
    var first = enter(PATIENT, NOW);
    var second = enter(PATIENT, NOW);

    assertThat(line.isEmpty()).isFalse();
    assertThat(line.isFirst(first)).isTrue();
    assertThat(line.isFirst(second)).isFalse();
  }

  @Test
  void for_a_second_after_an_answer_a_caller_who_cannot_wait_for_the_turn_is_refused_unasked() {
    line.appoint(TURN, NOW);

    var refused = enter(TURN - 1, NOW + SECOND - 1);

    assertThat(refused.state).isEqualTo(State.REFUSED);
    assertThat(refused.retryAt).isEqualTo(TURN);
    assertThat(enter(TURN, NOW + SECOND - 1).state).isEqualTo(State.WAITING);
  }

  @Test
  void after_that_second_the_store_is_asked_again() {
    line.appoint(TURN, NOW);

    assertThat(enter(TURN - 1, NOW + SECOND).state).isEqualTo(State.WAITING);
    assertThat(line.isDue(NOW + SECOND)).isTrue();
  }

  @Test
  void behind_callers_who_wait_for_the_turn_an_impatient_one_is_refused_at_any_time() {
    enter(PATIENT, NOW);
    line.appoint(TURN, NOW);

    assertThat(enter(TURN - 1, NOW + 5 * SECOND).state).isEqualTo(State.REFUSED);
    assertThat(enter(PATIENT, NOW + 5 * SECOND).state).isEqualTo(State.WAITING);
    assertThat(line.isDue(TURN - 1)).isFalse();
    assertThat(line.isDue(TURN)).isTrue();
  }

  @Test
  void a_turn_that_has_come_refuses_no_one() {
    enter(PATIENT, NOW);
    line.appoint(NOW, NOW);

    assertThat(enter(NOW - 1, NOW).state).isEqualTo(State.WAITING);
  }

  @Test
  void when_the_first_leaves_the_next_one_is_woken() {
    var first = enter(PATIENT, NOW);
    var second = enter(PATIENT, NOW);
    var third = enter(PATIENT, NOW);

    line.remove(third);
    assertThat(woken).isEmpty();
    line.remove(first);
    assertThat(woken).containsExactly(second);
  }

  @Test
  void the_first_is_woken_to_ask_again() {
    var first = enter(PATIENT, NOW);
    line.appoint(TURN, NOW);
    woken.clear();

    line.askAgain();

    assertThat(woken).containsExactly(first);
    assertThat(line.isDue(NOW)).isTrue();
    assertThat(line.nextTurn(NOW)).isEqualTo(NOW);
  }

  @Test
  void it_wants_a_permit_for_each_with_the_longest_patience_and_the_longest_lease() {
    enter(NOW + 3 * SECOND, NOW);
    enter(NOW + 2 * SECOND, NOW);

    var kept = Duration.ofNanos(ReadAhead.KEPT);
    assertThat(line.want(NOW, Duration.ofMillis(250).toNanos()))
        .isEqualTo(new Want(2, 3_000, 20_000 + kept.toMillis() + 250 + 1));
  }

  @Test
  void those_who_cannot_wait_for_the_turn_are_sent_home_and_the_first_of_the_others_is_woken() {
    var hasty = enter(TURN - 1, NOW);
    var patient = enter(TURN, NOW);

    line.appoint(TURN, NOW);

    assertThat(hasty.state).isEqualTo(State.REFUSED);
    assertThat(hasty.retryAt).isEqualTo(TURN);
    assertThat(woken).containsExactly(hasty, patient);
    assertThat(line.isFirst(patient)).isTrue();
    assertThat(line.nextTurn(NOW)).isEqualTo(TURN);
  }

  @Test
  void all_are_sent_home_when_the_store_does_not_answer() {
    var cause = new IllegalStateException("The connection broke.");
    var first = enter(PATIENT, NOW);
    var second = enter(PATIENT, NOW);

    line.refuseAll(TURN, cause);

    assertThat(woken).containsExactly(first, second);
    assertThat(woken)
        .allSatisfy(
            seat -> {
              assertThat(seat.state).isEqualTo(State.UNAVAILABLE);
              assertThat(seat.retryAt).isEqualTo(TURN);
              assertThat(seat.cause).isSameAs(cause);
            });
    assertThat(line.isEmpty()).isTrue();
  }
}
