package io.inboxport.budget;

import static io.inboxport.budget.RequestKind.READ;
import static io.inboxport.budget.RequestKind.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests who waits, in which order, and who is woken. */
class WaitingLineTest extends BudgetFixture {
  @Test
  void the_queue_ahead_counts_for_the_time_to_try_again() throws Exception {
    var budget = budget(limits().perMinute(2));
    budget.reserve(READ, PATIENT).close();
    time.pass(Duration.ofSeconds(10));
    budget.reserve(READ, PATIENT).close();
    for (int i = 0; i < 3; i++) {
      assertThat(budget.enter(READ, PATIENT, LEASE).state).isEqualTo(Reservation.State.WAITING);
    }

    // Places come free at 60, 70, 120 and 130 seconds; three are taken.
    assertRefused(
        budget, READ, Duration.ofSeconds(100), Duration.ofSeconds(120).plus(MARGIN).plus(MARGIN));
  }

  @Test
  void waiting_is_in_order_and_wakes_only_who_is_next() throws Exception {
    var budget = budget(limits().perMinute(2));
    spend(budget, 2, READ);
    List<Reservation> line = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      line.add(budget.enter(i % 2 == 0 ? READ : WRITE, PATIENT, LEASE));
    }
    assertThat(budget.proceed(line.get(0))).isEqualTo(Duration.ofMinutes(1).plus(MARGIN).toNanos());
    assertThat(budget.proceed(line.get(1))).isEqualTo(PATIENT.toNanos());
    assertThat(time.woken).isEmpty();

    time.pass(Duration.ofMinutes(1).plus(MARGIN));
    assertThat(budget.proceed(line.get(0))).isZero();

    assertThat(line)
        .extracting(reservation -> reservation.state)
        .containsExactly(
            Reservation.State.GRANTED,
            Reservation.State.GRANTED,
            Reservation.State.WAITING,
            Reservation.State.WAITING,
            Reservation.State.WAITING);
    assertThat(time.woken).containsExactly(line.get(0), line.get(1), line.get(2));
  }

  @Test
  void nobody_who_comes_later_overtakes_a_queue() throws Exception {
    var budget = budget(limits().perMinute(1));
    budget.reserve(READ, PATIENT).close();
    var first = budget.enter(READ, PATIENT, LEASE);
    time.pass(Duration.ofMinutes(2));

    var second = budget.enter(READ, PATIENT, LEASE);

    assertThat(first.state).isEqualTo(Reservation.State.GRANTED);
    assertThat(second.state).isEqualTo(Reservation.State.WAITING);
  }

  @Test
  void who_runs_out_of_patience_leaves_the_line_and_the_next_one_moves_up() throws Exception {
    var budget = budget(limits().perMinute(1));
    var slow = budget.reserve(READ, PATIENT);
    var first = budget.enter(READ, Duration.ofSeconds(70), LEASE);
    var second = budget.enter(READ, PATIENT, LEASE);
    time.pass(Duration.ofSeconds(70));

    assertThat(budget.proceed(first)).isZero();

    assertThat(first.state).isEqualTo(Reservation.State.REFUSED);
    assertThat(time.woken).containsExactly(second);
    slow.close();
    assertThat(budget.proceed(second)).isEqualTo(Duration.ofMinutes(1).plus(MARGIN).toNanos());
  }

  @Test
  void interruption_ends_the_wait_at_once_and_gives_the_place_back() throws Exception {
    var budget = budget(limits().perMinute(1));
    budget.reserve(READ, PATIENT).close();
    var impatient = budget.enter(READ, PATIENT, LEASE);
    var next = budget.enter(READ, PATIENT, LEASE);

    budget.giveBack(impatient);
    time.pass(Duration.ofMinutes(1).plus(MARGIN));

    assertThat(budget.proceed(next)).isZero();
    assertThat(next.state).isEqualTo(Reservation.State.GRANTED);
  }

  @Test
  void a_permit_granted_to_an_interrupted_thread_goes_to_the_next_in_line() throws Exception {
    var budget = budget(limits().perMinute(1));
    var granted = budget.enter(READ, PATIENT, LEASE);
    var next = budget.enter(READ, PATIENT, LEASE);

    budget.giveBack(granted);

    assertThat(next.state).isEqualTo(Reservation.State.GRANTED);
  }

  @Test
  void an_interrupted_thread_gets_no_permit_even_where_there_is_room() throws Exception {
    var budget = budget(limits().perMinute(1));

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> budget.reserve(READ, PATIENT))
        .isInstanceOf(InterruptedException.class);
    budget.reserve(READ, NO_PATIENCE).close();
  }
}
