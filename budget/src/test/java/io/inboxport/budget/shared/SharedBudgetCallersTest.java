package io.inboxport.budget.shared;

import static io.inboxport.budget.RequestKind.READ;
import static io.inboxport.budget.RequestKind.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.budget.BudgetUnavailable;
import io.inboxport.budget.PermitRefused;
import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.SteppedTime;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Callers that are interrupted, callers on other threads, and those of a fixed share. */
class SharedBudgetCallersTest {
  private static final Duration PATIENT = Duration.ofHours(1);
  private static final Duration LEASE = Duration.ofSeconds(20);

  private final SteppedTime time = new SteppedTime();
  private final SteppedRunner runner = new SteppedRunner();
  private final LedgerStore ledger = new LedgerStore(() -> time.clock().millis());

  private SharedBudgetBuilder settings(BudgetStore store, RequestLimits.Builder limits) {
    return SharedRequestBudget.over(store)
        .limits(limits.build())
        .readAhead(0)
        .time(time)
        .clock(time.clock())
        .runner(runner);
  }

  private static RequestLimits.Builder limits() {
    return RequestLimits.documented().toBuilder();
  }

  /** Store that interrupts the thread whose turn it tells. */
  private static final class InterruptingStore implements BudgetStore {
    private final LedgerStore store;

    InterruptingStore(LedgerStore store) {
      this.store = store;
    }

    @Override
    public BudgetAnswer exchange(BudgetExchange exchange) {
      var answer = store.exchange(exchange);
      if (answer.writeWait() > 0) {
        Thread.currentThread().interrupt();
      }
      return answer;
    }

    @Override
    public BudgetLedger look() {
      return store.look();
    }
  }

  @Test
  void a_caller_who_is_interrupted_while_it_waits_leaves_its_turn_to_the_next_one()
      throws Exception {
    var budget = settings(new InterruptingStore(ledger), limits().perMinute(1)).build();
    budget.reserve(READ, Duration.ZERO, LEASE).close();

    assertThatThrownBy(() -> budget.reserve(READ, PATIENT, LEASE))
        .isInstanceOf(InterruptedException.class);
    time.pass(Duration.ofMinutes(2));

    budget.reserve(READ, Duration.ZERO, LEASE).close();
    assertThat(ledger.look().state().entries).hasSize(1);
  }

  @Test
  void no_caller_keeps_another_thread_out() throws Exception {
    var budget = settings(ledger, limits()).shareIfUnreachable(2).build();
    budget.block(Duration.ofMillis(1));
    time.pass(Duration.ofMillis(10));
    onAnotherThread(() -> budget.reserve(READ, Duration.ZERO, LEASE));
    runner.hold();

    budget.reserve(READ, PATIENT, LEASE).close();

    onAnotherThread(() -> budget.reserve(READ, PATIENT, LEASE));
  }

  private static void onAnotherThread(Callable<AutoCloseable> reservation) throws Exception {
    var permit =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return reservation.call();
              } catch (Exception failure) {
                throw new AssertionError(failure);
              }
            });
    permit.get(5, TimeUnit.SECONDS).close();
  }

  @Test
  void a_block_holds_the_fixed_share_back_as_well() throws Exception {
    var budget = settings(ledger, limits()).shareIfUnreachable(2).build();
    runner.hold();
    budget.reserve(READ, PATIENT, LEASE).close();

    budget.block(Duration.ofMinutes(15));

    assertThatThrownBy(() -> budget.reserve(READ, Duration.ofMinutes(14), LEASE))
        .isInstanceOfAny(PermitRefused.class, BudgetUnavailable.class);
    time.pass(Duration.ofMinutes(16));
    budget.reserve(READ, PATIENT, LEASE).close();
  }

  @Test
  void a_caller_whose_patience_ends_with_the_start_of_the_share_gets_a_permit() throws Exception {
    var budget = settings(ledger, limits()).shareIfUnreachable(2).build();
    runner.hold();
    // A lease of 30 seconds, a grace of a minute, and a window.
    var start = Duration.ofSeconds(30 + 60 + 60).plusMillis(250);

    assertThatThrownBy(() -> budget.reserve(READ, start.minusNanos(1), LEASE))
        .isInstanceOf(BudgetUnavailable.class);
    var another = settings(ledger, limits()).shareIfUnreachable(2).build();
    another.reserve(READ, start, LEASE).close();
  }

  private SharedRequestBudget oneEachMinute() {
    runner.hold();
    return settings(ledger, limits().perMinute(2)).shareIfUnreachable(2).build();
  }

  private void assertNextAfter(Duration expected, SharedRequestBudget budget) throws Exception {
    var before = time.elapsed();
    budget.reserve(READ, PATIENT, LEASE).close();
    assertThat(time.elapsed().minus(before)).isBetween(expected, expected.plusSeconds(2));
  }

  @Test
  void an_answered_request_of_a_share_holds_its_place_for_a_window() throws Exception {
    var budget = oneEachMinute();
    budget.reserve(READ, PATIENT, LEASE).close();

    assertNextAfter(Duration.ofMinutes(1), budget);
  }

  @Test
  void a_request_of_a_share_that_was_given_up_holds_its_place_for_the_grace_as_well()
      throws Exception {
    var budget = oneEachMinute();
    budget.reserve(READ, PATIENT, LEASE).abandon();

    assertNextAfter(Duration.ofMinutes(2), budget);
  }

  @Test
  void a_permit_of_a_share_that_is_given_back_holds_no_place() throws Exception {
    var budget = oneEachMinute();
    budget.reserve(READ, PATIENT, LEASE).cancel();

    assertNextAfter(Duration.ZERO, budget);
  }

  @Test
  void a_store_that_is_back_learns_that_a_request_of_a_share_was_given_up() throws Exception {
    var budget = oneEachMinute();
    budget.reserve(READ, PATIENT, LEASE).abandon();
    long counted = time.clock().millis() + Duration.ofMinutes(1).toMillis();
    runner.release();
    time.pass(Duration.ofSeconds(2));

    assertThatThrownBy(() -> budget.reserve(READ, Duration.ZERO, LEASE))
        .isInstanceOf(PermitRefused.class);

    assertThat(ledger.look().state().entries)
        .singleElement()
        .satisfies(entry -> assertThat(entry.counted()).isBetween(counted, counted + 5));
  }

  @Test
  void a_share_keeps_its_part_of_the_reserve_for_writes_and_leaves_reads_one_request()
      throws Exception {
    var budget =
        settings(ledger, limits().perMinute(8).reserveForWrites(2)).shareIfUnreachable(2).build();
    runner.hold();
    budget.reserve(READ, PATIENT, LEASE).close();
    var before = time.elapsed();
    for (int i = 0; i < 2; i++) {
      budget.reserve(READ, PATIENT, LEASE).close();
    }
    budget.reserve(WRITE, PATIENT, LEASE).close();
    assertThat(time.elapsed().minus(before)).isLessThan(Duration.ofSeconds(10));
    assertThatThrownBy(() -> budget.reserve(READ, Duration.ofSeconds(10), LEASE))
        .isInstanceOf(PermitRefused.class);

    var narrow =
        settings(ledger, limits().perMinute(5).reserveForWrites(4)).shareIfUnreachable(4).build();
    narrow.reserve(READ, PATIENT, LEASE).close();
  }

  @Test
  void a_share_has_its_part_of_every_limit_and_at_least_one_request() throws Exception {
    var narrow = limits().perMinute(3).perFiveSeconds(3).perDay(3).reserveForWrites(2);
    var budget = settings(ledger, narrow).shareIfUnreachable(4).build();
    runner.hold();

    budget.reserve(READ, PATIENT, LEASE).close();

    assertThatThrownBy(() -> budget.reserve(READ, Duration.ofMinutes(5), LEASE))
        .isInstanceOf(PermitRefused.class);
  }

  @Test
  void a_share_of_the_day_is_a_part_of_it() throws Exception {
    var budget = settings(ledger, limits().perMinute(60).perDay(6)).shareIfUnreachable(3).build();
    runner.hold();
    budget.reserve(READ, PATIENT, LEASE).close();
    budget.reserve(READ, PATIENT, LEASE).close();

    assertThatThrownBy(() -> budget.reserve(READ, PATIENT, LEASE))
        .isInstanceOf(PermitRefused.class);
  }

  @Test
  void a_share_of_five_seconds_is_a_part_of_them() throws Exception {
    var budget =
        settings(ledger, limits().perMinute(60).perFiveSeconds(6)).shareIfUnreachable(3).build();
    runner.hold();
    budget.reserve(READ, PATIENT, LEASE).close();
    budget.reserve(READ, PATIENT, LEASE).close();
    var before = time.elapsed();

    budget.reserve(READ, PATIENT, LEASE).close();

    assertThat(time.elapsed().minus(before)).isGreaterThan(Duration.ofSeconds(5));
  }
}
