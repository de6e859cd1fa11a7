package io.inboxport.budget.shared;

import static io.inboxport.budget.RequestKind.READ;
import static io.inboxport.budget.RequestKind.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.budget.BudgetUnavailable;
import io.inboxport.budget.PermitRefused;
import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.SteppedTime;
import io.inboxport.budget.VirtualTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests a process at a store that is slow, fails, forgets or goes back. */
class SharedRequestBudgetTest {
  private static final Duration PATIENT = Duration.ofHours(1);
  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final Duration WINDOW = Duration.ofMinutes(1).plusMillis(250);
  private static final Duration PRECISION = Duration.ofMillis(20);

  private final SteppedTime time = new SteppedTime();
  private final SteppedRunner runner = new SteppedRunner();
  private final LedgerStore ledger = new LedgerStore(() -> time.clock().millis());
  private final FaultyStore store = new FaultyStore(ledger);
  private final SharedRequestBudget budget = budget(60);

  private SharedBudgetBuilder settings(int perMinute) {
    return SharedRequestBudget.over(store)
        .limits(RequestLimits.documented().toBuilder().perMinute(perMinute).grace(GRACE).build())
        .readAhead(0)
        .time(time)
        .clock(time.clock())
        .runner(runner);
  }

  private SharedRequestBudget budget(int perMinute) {
    return settings(perMinute).build();
  }

  @Test
  void a_store_that_does_not_answer_keeps_a_caller_for_250_ms_and_those_after_it_not_at_all() {
    runner.hold();

    var first = catchThrowableOfType(BudgetUnavailable.class, () -> budget.reserve(READ, PATIENT));
    assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(250));
    var second = catchThrowableOfType(BudgetUnavailable.class, () -> budget.reserve(READ, PATIENT));

    assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(250));
    assertThat(first).hasRootCauseMessage("No answer within 250 ms.");
    assertThat(first.retryAt()).isEqualTo(time.clock().instant().plusSeconds(1));
    assertThat(second.retryAt()).isEqualTo(first.retryAt());
  }

  @Test
  void a_permit_that_comes_too_late_is_given_back() throws Exception {
    var hasty = budget(1);
    runner.hold();
    assertThatThrownBy(() -> hasty.reserve(READ, PATIENT)).isInstanceOf(BudgetUnavailable.class);

    runner.release();
    time.pass(Duration.ofSeconds(1));
    hasty.reserve(READ, Duration.ZERO).close();

    assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void an_exchange_that_never_comes_back_does_not_close_the_budget_for_good() throws Exception {
    runner.hold();
    assertThatThrownBy(() -> budget.reserve(READ, PATIENT)).isInstanceOf(BudgetUnavailable.class);
    time.pass(Duration.ofSeconds(2));
    assertThatThrownBy(() -> budget.reserve(READ, PATIENT)).isInstanceOf(BudgetUnavailable.class);
    time.pass(Duration.ofSeconds(5));

    var other = budget(60);
    runner.release();
    other.reserve(READ, Duration.ZERO).close();
    budget.reserve(READ, Duration.ZERO).close();

    assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void one_failure_is_tried_again_at_once() throws Exception {
    store.failNext(1);

    budget.reserve(READ, Duration.ZERO).close();

    assertThat(store.exchanges()).isEqualTo(2);
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void a_store_that_fails_is_not_asked_again_for_a_second() throws Exception {
    store.failNext(2);

    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> budget.reserve(READ, PATIENT))
          .isInstanceOf(BudgetUnavailable.class)
          .hasRootCauseMessage("The connection broke.");
    }
    assertThat(store.exchanges()).isEqualTo(2);
    time.pass(Duration.ofSeconds(1));

    budget.reserve(READ, Duration.ZERO).close();
  }

  @Test
  void a_permit_whose_answer_got_lost_is_given_back() throws Exception {
    var small = budget(1);
    store.loseNextAnswers(2);
    assertThatThrownBy(() -> small.reserve(READ, PATIENT)).isInstanceOf(BudgetUnavailable.class);
    time.pass(Duration.ofSeconds(1));

    small.reserve(READ, Duration.ZERO).close();

    assertThat(ledger.look().state().entries).hasSize(1);
  }

  @Test
  void permits_of_a_process_that_died_come_back_by_their_lease() throws Exception {
    var dead = budget(1);
    dead.reserve(READ, Duration.ZERO, LEASE);
    var next = budget(1);

    next.reserve(READ, PATIENT, LEASE).close();

    assertThat(time.elapsed())
        .isBetween(LEASE.plus(GRACE).plus(WINDOW), LEASE.plus(GRACE).plus(WINDOW).plusSeconds(1));
  }

  @Test
  void a_store_that_lost_everything_is_closed_until_nothing_of_it_can_matter() throws Exception {
    var forgetful = settings(60).build();
    spend(forgetful, 60);
    ledger.flush();

    forgetful.reserve(READ, PATIENT, LEASE).close();

    // The lease allows for the time-out of the store, and for rounding.
    var closure = Duration.ofMinutes(10).plus(GRACE).plus(WINDOW);
    assertThat(time.elapsed()).isBetween(closure, closure.plusSeconds(1));
  }

  @Test
  void a_process_writes_back_what_a_store_has_lost() throws Exception {
    var open = budget.reserve(READ, Duration.ZERO, LEASE);
    spend(budget, 9);
    runner.runWhatIsLater();
    time.pass(Duration.ofMillis(300));
    runner.runWhatIsLater();
    ledger.flush();

    assertThatThrownBy(() -> budget.reserve(READ, Duration.ZERO)).isInstanceOf(PermitRefused.class);

    assertThat(ledger.look().state().entries).hasSize(10);
    assertThat(ledger.look().state().days.lastEntry().getValue().all()).isEqualTo(10);
    open.close();
  }

  @Test
  void a_process_that_only_waited_notices_a_loss_of_what_the_dead_had_sent() throws Exception {
    // It dies: nothing that it left for later runs.
    spend(settings(60).runner(new SteppedRunner()).build(), 60);
    store.admitForgetting();
    var witness = budget(60);
    assertThatThrownBy(() -> witness.reserve(READ, Duration.ZERO))
        .isInstanceOf(PermitRefused.class);

    ledger.flush();
    time.pass(Duration.ofMillis(600));
    runner.runWhatIsLater();

    assertThatThrownBy(() -> budget(60).reserve(READ, Duration.ofMinutes(1)))
        .isInstanceOf(PermitRefused.class);
  }

  @Test
  void a_process_at_rest_stops_looking_when_nothing_that_counts_can_be_lost() throws Exception {
    store.admitForgetting();
    spend(budget(60), 1);
    time.pass(Duration.ofMinutes(11).plus(GRACE).plus(WINDOW));
    runner.runWhatIsLater();
    runner.runWhatIsLater();
    int asked = store.exchanges();

    for (int i = 0; i < 10; i++) {
      time.pass(Duration.ofSeconds(1));
      runner.runWhatIsLater();
    }

    assertThat(store.exchanges()).isEqualTo(asked);
  }

  @Test
  void a_store_that_went_back_to_a_former_state_is_noticed() throws Exception {
    spend(budget, 5);
    var former = ledger.copy();
    spend(budget, 5);
    ledger.restore(former);

    assertThatThrownBy(() -> budget.reserve(READ, Duration.ZERO)).isInstanceOf(PermitRefused.class);

    assertThat(ledger.look().state().entries).hasSize(10);
  }

  @Test
  void another_process_that_remembers_writes_back_as_well() throws Exception {
    var other = budget(60);
    spend(budget, 5);
    spend(other, 7);
    ledger.flush();

    assertThatThrownBy(() -> budget.reserve(READ, Duration.ZERO)).isInstanceOf(PermitRefused.class);
    assertThatThrownBy(() -> other.reserve(READ, Duration.ZERO)).isInstanceOf(PermitRefused.class);

    assertThat(ledger.look().state().entries).hasSize(12);
  }

  @Test
  void a_block_reaches_the_other_processes() throws Exception {
    var other = budget(60);
    budget.block(Duration.ofMinutes(15));

    var refused = catchThrowableOfType(PermitRefused.class, () -> other.reserve(WRITE, LEASE));

    var expected = time.clock().instant().plus(Duration.ofMinutes(15));
    assertThat(refused.retryAt()).isBetween(expected, expected.plus(PRECISION));
  }

  @Test
  void a_block_that_the_store_did_not_hear_is_told_again() {
    store.failNext(2);
    budget.block(Duration.ofMinutes(15));
    time.pass(Duration.ofSeconds(2));

    assertThatThrownBy(() -> budget.reserve(READ, PATIENT.dividedBy(60)))
        .isInstanceOf(PermitRefused.class);
    budget.block(Duration.ofMinutes(16));
    assertThatThrownBy(() -> budget(60).reserve(READ, PATIENT.dividedBy(60)))
        .isInstanceOf(PermitRefused.class);
  }

  @Test
  void a_fixed_share_starts_when_nothing_that_the_store_granted_can_matter() throws Exception {
    var sharing = settings(60).shareIfUnreachable(4).build();
    sharing.reserve(READ, Duration.ZERO, LEASE).close();
    runner.hold();

    assertThatThrownBy(() -> sharing.reserve(READ, Duration.ofSeconds(10), LEASE))
        .isInstanceOf(BudgetUnavailable.class);
    for (int i = 0; i < 15; i++) {
      sharing.reserve(READ, PATIENT, LEASE).close();
    }

    // A lease of 30 seconds is allowed for, though none was as long.
    var start = Duration.ofSeconds(30).plus(GRACE).plus(WINDOW);
    assertThat(time.elapsed()).isBetween(start, start.plusSeconds(1));
    assertThatThrownBy(() -> sharing.reserve(READ, Duration.ofSeconds(10), LEASE))
        .isInstanceOf(PermitRefused.class);
  }

  @Test
  void a_store_that_is_back_learns_of_the_fixed_share() throws Exception {
    var sharing = settings(60).shareIfUnreachable(4).build();
    runner.hold();
    for (int i = 0; i < 7; i++) {
      var permit = sharing.reserve(READ, PATIENT, LEASE);
      permit.close();
      permit.cancel();
    }
    sharing.reserve(READ, PATIENT, LEASE).cancel();
    sharing.reserve(READ, PATIENT, LEASE).abandon();
    runner.release();
    time.pass(Duration.ofSeconds(2));

    assertThatThrownBy(() -> sharing.reserve(READ, Duration.ofMinutes(1), LEASE))
        .isInstanceOf(PermitRefused.class);

    assertThat(ledger.look().state().entries).hasSize(8);
  }

  @Test
  void a_thread_that_waits_for_the_fixed_share_takes_the_store_that_is_back() throws Exception {
    var sharing = settings(60).shareIfUnreachable(60).build();
    store.failNext(3);

    sharing.reserve(READ, PATIENT, LEASE).close();

    assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(5));
    assertThat(ledger.look().state().entries).hasSize(1);
  }

  @Test
  void processes_that_used_their_shares_close_the_store_that_is_back() throws Exception {
    var one = settings(60).shareIfUnreachable(2).build();
    var other = settings(60).shareIfUnreachable(2).build();
    runner.hold();
    for (var budget : List.of(one, other)) {
      assertThatThrownBy(() -> budget.reserve(READ, Duration.ZERO, LEASE))
          .isInstanceOf(BudgetUnavailable.class);
    }
    time.pass(Duration.ofSeconds(31).plus(GRACE).plus(WINDOW));
    for (int i = 0; i < 30; i++) {
      one.reserve(READ, PATIENT, LEASE).close();
      other.reserve(READ, PATIENT, LEASE).close();
    }
    runner.release();
    time.pass(Duration.ofSeconds(6));

    assertThatThrownBy(() -> one.reserve(READ, Duration.ofMinutes(1), LEASE))
        .isInstanceOf(PermitRefused.class);
    assertThatThrownBy(() -> other.reserve(READ, Duration.ofMinutes(1), LEASE))
        .isInstanceOf(PermitRefused.class);
    assertThat(ledger.look().state().entries).hasSize(60);
  }

  @Test
  void a_builder_that_is_used_twice_makes_two_processes() throws Exception {
    var twice = settings(60);
    var one = twice.build();
    var other = twice.build();

    spend(one, 30);
    spend(other, 30);

    assertThat(ledger.look().state().entries).hasSize(60);
    assertThatThrownBy(() -> other.reserve(READ, Duration.ZERO)).isInstanceOf(PermitRefused.class);
  }

  @Test
  void a_request_that_ends_after_the_close_of_its_budget_is_told_all_the_same() throws Exception {
    var permit = budget.reserve(READ, Duration.ZERO, LEASE);
    budget.close();
    time.pass(Duration.ofSeconds(1));

    permit.close();

    assertThat(ledger.look().state().entries)
        .allMatch(entry -> entry.counted() <= time.clock().millis() + 2);
  }

  @Test
  void ended_permits_ride_on_the_next_exchange() throws Exception {
    spend(budget, 50);

    assertThat(store.exchanges()).isEqualTo(50);
    assertThat(ledger.look().state().entries)
        .filteredOn(entry -> entry.counted() > ledger.look().state().time + 10)
        .as("under way as far as the store knows")
        .hasSize(1);
  }

  @Test
  void requests_in_close_succession_share_an_exchange() throws Exception {
    var ahead = settings(60).readAhead(8).build();

    spend(ahead, 60);

    assertThat(store.exchanges()).isBetween(5, 15);
    assertThatThrownBy(() -> ahead.reserve(READ, Duration.ZERO)).isInstanceOf(PermitRefused.class);
  }

  @Test
  void a_permit_taken_in_advance_is_given_back_unless_it_is_used_soon() throws Exception {
    var ahead = settings(60).readAhead(7).build();
    spend(ahead, 17);
    assertThat(ledger.look().state().entries).hasSize(20);

    time.pass(Duration.ofMillis(200));
    runner.runWhatIsLater();

    assertThat(ledger.look().state().entries).hasSize(17);
    time.pass(Duration.ofSeconds(5));
    spend(budget, 43);
  }

  @Test
  void a_permit_taken_in_advance_is_not_used_after_a_block_or_for_a_longer_request()
      throws Exception {
    var ahead = settings(60).readAhead(7).build();
    spend(ahead, 17);
    int before = store.exchanges();

    ahead.reserve(READ, Duration.ZERO, RequestBudget.LONG_LEASE.plusSeconds(1)).close();
    assertThat(store.exchanges()).isEqualTo(before + 1);
    ahead.block(Duration.ofMinutes(15));

    assertThatThrownBy(() -> ahead.reserve(READ, Duration.ZERO)).isInstanceOf(PermitRefused.class);
    assertThat(ledger.look().state().entries).hasSize(18);
  }

  @Test
  void the_last_ended_permit_is_told_soon() throws Exception {
    spend(budget, 1);
    runner.runWhatIsLater();
    time.pass(Duration.ofMillis(200));
    runner.runWhatIsLater();

    assertThat(ledger.look().state().entries)
        .allMatch(entry -> entry.counted() <= time.clock().millis() + 2);
  }

  @Test
  void a_closed_budget_lets_nothing_through_and_tells_what_has_ended() throws Exception {
    spend(budget, 1);
    time.pass(Duration.ofSeconds(1));
    budget.close();

    assertThatIllegalStateException().isThrownBy(() -> budget.reserve(READ, PATIENT));
    assertThat(ledger.look().state().entries)
        .allMatch(entry -> entry.counted() <= time.clock().millis() + 2);
  }

  @Test
  @Timeout(60)
  void waiting_threads_cost_the_store_nothing() throws Exception {
    int threads = 40;
    var virtual = new VirtualTime(threads);
    var counting = new FaultyStore(new LedgerStore(() -> 1_000_000 + virtual.nanos() / 1_000_000));
    var shared =
        SharedRequestBudget.over(counting)
            .limits(RequestLimits.documented().toBuilder().perMinute(10).build())
            .time(virtual)
            .clock(Clock.systemUTC())
            .runner(new SteppedRunner())
            .build();
    try (var pool = new PoolOfThreads(threads)) {
      pool.run(
          () -> {
            shared.reserve(READ, PATIENT, LEASE).close();
            virtual.leave();
          });
    }

    assertThat(virtual.nanos())
        .isBetween(WINDOW.multipliedBy(3).toNanos(), WINDOW.multipliedBy(4).toNanos());
    assertThat(counting.exchanges()).isLessThanOrEqualTo(2 * threads);
  }

  private static void spend(RequestBudget budget, int requests) throws InterruptedException {
    for (int i = 0; i < requests; i++) {
      budget.reserve(READ, Duration.ZERO).close();
    }
  }

  /** Threads that all run the same, and whose failures reach the test. */
  private record PoolOfThreads(int threads) implements AutoCloseable {
    interface Task {
      void run() throws Exception;
    }

    void run(Task task) {
      var executor = Executors.newFixedThreadPool(threads);
      var all =
          IntStream.range(0, threads)
              .mapToObj(
                  i ->
                      CompletableFuture.runAsync(
                          () -> {
                            try {
                              task.run();
                            } catch (Exception failure) {
                              throw new AssertionError(failure);
                            }
                          },
                          executor))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(all).join();
      executor.shutdown();
    }

    @Override
    public void close() {}
  }
}
