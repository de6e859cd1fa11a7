package io.inboxport.budget;

import static io.inboxport.budget.RequestKind.READ;
import static io.inboxport.budget.RequestKind.WRITE;
import static io.inboxport.budget.Reservation.State.GRANTED;
import static io.inboxport.budget.Reservation.State.REFUSED;
import static io.inboxport.budget.Reservation.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests the two lines, when some requests are reserved for writes, and at their ends. */
class ReservedRequestsTest {
  private static final Duration PATIENT = Duration.ofDays(30);
  private static final Duration MARGIN = Duration.ofMillis(250);
  private static final Duration WINDOW = Duration.ofMinutes(1).plus(MARGIN);
  private static final Duration APART = Duration.ofSeconds(10);

  private final SteppedTime time = new SteppedTime();
  private final LocalRequestBudget budget = budget(limits().perMinute(2).reserveForWrites(1));

  @Test
  void a_line_of_writes_alone_is_served() throws Exception {
    spendTwoWrites();
    var write = budget.enter(WRITE, PATIENT, RequestBudget.LONG_LEASE);

    assertThat(budget.proceed(write)).isEqualTo(WINDOW.minus(APART).toNanos());
    time.pass(WINDOW);

    assertThat(budget.proceed(write)).isZero();
    assertThat(write.state).isEqualTo(GRANTED);
  }

  @Test
  void a_line_of_reads_alone_is_served_and_its_next_one_is_woken() throws Exception {
    budget.reserve(READ, PATIENT).close();
    var read = budget.enter(READ, PATIENT, RequestBudget.LONG_LEASE);
    var next = budget.enter(READ, PATIENT, RequestBudget.LONG_LEASE);
    time.pass(WINDOW);

    assertThat(budget.proceed(read)).isZero();

    assertThat(read.state).isEqualTo(GRANTED);
    assertThat(next.state).isEqualTo(WAITING);
    assertThat(time.woken).containsExactly(read, next);
  }

  @Test
  void a_read_waits_for_the_writes_before_it() throws Exception {
    spendTwoWrites();
    assertThat(budget.enter(WRITE, PATIENT, RequestBudget.LONG_LEASE).state).isEqualTo(WAITING);

    assertThat(refusedFor(READ)).isEqualTo(WINDOW);
  }

  @Test
  void a_write_does_not_wait_for_the_reads_before_it() throws Exception {
    spendTwoWrites();
    assertThat(budget.enter(READ, PATIENT, RequestBudget.LONG_LEASE).state).isEqualTo(WAITING);

    assertThat(refusedFor(WRITE)).isEqualTo(WINDOW.minus(APART));
  }

  @Test
  void a_block_sends_the_impatient_of_both_lines_home() throws Exception {
    spendTwoWrites();
    var write = budget.enter(WRITE, Duration.ofMinutes(5), RequestBudget.LONG_LEASE);
    var read = budget.enter(READ, Duration.ofMinutes(5), RequestBudget.LONG_LEASE);
    var justPatientEnough = budget.enter(READ, Duration.ofMinutes(15), RequestBudget.LONG_LEASE);

    budget.block(Duration.ofMinutes(15));

    assertThat(write.state).isEqualTo(REFUSED);
    assertThat(read.state).isEqualTo(REFUSED);
    assertThat(justPatientEnough.state).isEqualTo(WAITING);
    assertThat(time.woken).containsExactly(write, read, justPatientEnough);
  }

  @Test
  void a_permit_given_back_counts_for_no_limit() {
    var single = budget(limits().perMinute(2).perFiveSeconds(1).perDay(1));
    var granted = single.enter(READ, PATIENT, RequestBudget.LONG_LEASE);

    single.giveBack(granted);

    assertThat(single.enter(READ, PATIENT, RequestBudget.LONG_LEASE).state).isEqualTo(GRANTED);
  }

  @Test
  void a_read_given_back_under_a_reserve_leaves_its_place_to_another_read() {
    var read = budget.enter(READ, PATIENT, RequestBudget.LONG_LEASE);

    budget.giveBack(read);

    assertThat(budget.enter(READ, PATIENT, RequestBudget.LONG_LEASE).state).isEqualTo(GRANTED);
  }

  @Test
  void a_reserve_leaves_reads_one_request_of_the_smaller_limits() {
    var narrow = budget(limits().reserveForWrites(59).perFiveSeconds(10).perDay(10));

    assertThat(narrow.enter(READ, PATIENT, RequestBudget.LONG_LEASE).state).isEqualTo(GRANTED);
    assertThat(narrow.enter(READ, Duration.ZERO, RequestBudget.LONG_LEASE).state)
        .isEqualTo(REFUSED);
    assertThat(narrow.enter(WRITE, PATIENT, RequestBudget.LONG_LEASE).state).isEqualTo(GRANTED);
  }

  @Test
  void a_thread_interrupted_while_it_waits_leaves_the_line() throws Exception {
    var single =
        LocalRequestBudget.of(
            limits().perMinute(1).build(), new InterruptingTime(time), time.clock());
    single.reserve(READ, PATIENT).close();

    assertThatThrownBy(() -> single.reserve(READ, PATIENT))
        .isInstanceOf(InterruptedException.class);

    time.pass(WINDOW);
    assertThat(single.enter(READ, PATIENT, RequestBudget.LONG_LEASE).state).isEqualTo(GRANTED);
  }

  @Test
  void an_answer_seen_out_of_order_counts_as_the_later_one() throws Exception {
    var single = budget(limits().perMinute(1));
    time.pass(APART);
    var permit = single.enter(READ, PATIENT, RequestBudget.LONG_LEASE);
    single.block(Duration.ZERO);
    time.pass(APART.negated());
    permit.close();

    var next = single.enter(READ, PATIENT, RequestBudget.LONG_LEASE);
    time.pass(WINDOW);

    assertThat(single.proceed(next)).isEqualTo(APART.toNanos());
  }

  /** Their places come free one after the other. */
  private void spendTwoWrites() throws InterruptedException {
    budget.reserve(WRITE, PATIENT).close();
    time.pass(APART);
    budget.reserve(WRITE, PATIENT).close();
  }

  /** After which time one without patience may come again. */
  private Duration refusedFor(RequestKind kind) {
    var refusal =
        catchThrowableOfType(PermitRefused.class, () -> budget.reserve(kind, Duration.ZERO));
    return Duration.between(time.clock().instant(), refusal.retryAt());
  }

  private static RequestLimits.Builder limits() {
    return RequestLimits.documented().toBuilder().margin(MARGIN);
  }

  private LocalRequestBudget budget(RequestLimits.Builder limits) {
    return LocalRequestBudget.of(limits.build(), time, time.clock(), time.woken::add);
  }

  /** Interrupts every thread that waits. */
  private record InterruptingTime(SteppedTime time) implements MonotonicTime {
    @Override
    public long nanos() {
      return time.nanos();
    }

    @Override
    public void park(long nanos) throws InterruptedException {
      throw new InterruptedException();
    }

    @Override
    public void unpark(Thread thread) {
      time.unpark(thread);
    }
  }
}
