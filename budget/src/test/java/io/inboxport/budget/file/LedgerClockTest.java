package io.inboxport.budget.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerClockTest {
  private static final long START = 1_800_000_000_000L;

  private long wall = START;
  private long nanos = Long.MAX_VALUE - 500;

  /** In seconds: by how much the clocks moved since the last write, and the ledger's time then. */
  @ParameterizedTest
  @CsvSource({
    // wall clock, monotonic clock, ledger
    "    10,    10,    10",
    "     0,     0,     0",
    // Set back.
    "-18000,    10,     0",
    "    -1,    10,     0",
    // Set ahead.
    " 18000,    10,    10",
    "    11,    10,    10",
    // Set back by less than has passed.
    "     7,    10,     7",
    // The machine was started again: its monotonic clock began anew.
    "   120,   -10,   120",
    "  -120,   -10,     0",
    // An hour's rest: the date is the wall clock's again.
    "  3600,  3600,  3600",
    "  3599,  3600,  3599",
    "  7200,  3600,  7200",
    "  7200,  3599,  3599",
    " 90000,   -10, 90000"
  })
  void a_new_process_takes_what_both_clocks_say_has_passed(
      long wallSeconds, long monotonicSeconds, long ledgerSeconds) {
    var last = new LedgerStamp(START, wall, nanos);
    pass(wallSeconds, monotonicSeconds);

    assertThat(clock().now(last).time()).isEqualTo(START + seconds(ledgerSeconds));
  }

  @ParameterizedTest
  @CsvSource({
    // wall clock, monotonic clock, written by another process since, ledger
    "    10,    10,     0,    10",
    "-18000,    10,     0,    10",
    " 18000,    10,     0,    10",
    "     0,    10,     8,    10",
    "     0,    10,    12,    12",
    " 18000,  3599,     0,  3599",
    " 18000,  3600,     0, 18000"
  })
  void a_process_that_knows_the_ledger_counts_on_by_its_monotonic_clock(
      long wallSeconds, long monotonicSeconds, long writtenSeconds, long ledgerSeconds) {
    var clock = clock();
    var first = clock.now(new LedgerStamp(START, wall, nanos));
    pass(wallSeconds, monotonicSeconds);
    var last = new LedgerStamp(START + seconds(writtenSeconds), first.wall(), first.nanos());

    assertThat(clock.now(last).time()).isEqualTo(START + seconds(ledgerSeconds));
  }

  @Test
  void a_ledger_that_is_ahead_of_the_wall_clock_lets_it_catch_up_while_it_rests() {
    long ahead = TimeUnit.HOURS.toMillis(5);
    var last = new LedgerStamp(START + ahead, wall, nanos);
    pass(2 * 3_600, 2 * 3_600);

    long time = clock().now(last).time();

    assertThat(time).isEqualTo(last.time() + LedgerClock.REST).isGreaterThan(wall);
    assertThat(time - wall).isEqualTo(ahead - TimeUnit.HOURS.toMillis(1));
  }

  @Test
  void a_first_ledger_begins_with_the_wall_clock_and_a_lost_one_goes_on() {
    var clock = clock();
    assertThat(clock.now(null)).isEqualTo(new LedgerStamp(START, wall, nanos));
    pass(-18_000, 10);

    assertThat(clock.now(null).time()).isEqualTo(START + seconds(10));
  }

  @Test
  void a_new_process_sees_a_restart_by_a_monotonic_clock_that_began_anew() {
    var last = new LedgerStamp(START, wall, nanos);
    var known = clock();
    assertThat(known.isAfterRestart(last)).isFalse();
    known.now(last);
    pass(30, -10);

    assertThat(clock().isAfterRestart(last)).isTrue();
    assertThat(known.isAfterRestart(last)).as("it has lived on").isFalse();
  }

  @Test
  void fractions_of_a_millisecond_add_up() {
    var clock = clock();
    var last = clock.now(null);
    for (int i = 0; i < 10_000; i++) {
      nanos += 300_000;
      last = clock.now(last);
    }

    assertThat(last.time()).isEqualTo(START + 3_000);
  }

  @Test
  void time_never_runs_backwards_between_processes_whatever_the_wall_clock_does() {
    var random = new SplittableRandom(7);
    var processes = new LedgerClock[] {clock(), clock(), clock()};
    var last = processes[0].now(null);
    long truth = START;
    for (int i = 0; i < 100_000; i++) {
      long passed = random.nextLong(2_000);
      truth += passed;
      nanos += TimeUnit.MILLISECONDS.toNanos(passed);
      wall += random.nextInt(10) > 0 ? passed : random.nextLong(-20_000_000, 20_000_000);
      int who = random.nextInt(processes.length);
      if (random.nextInt(5) == 0) {
        processes[who] = clock();
      }
      var now = processes[who].now(last);
      assertThat(now.time()).isBetween(last.time(), truth);
      last = now;
    }
  }

  private LedgerClock clock() {
    return new LedgerClock(() -> wall, () -> nanos);
  }

  private void pass(long wallSeconds, long monotonicSeconds) {
    wall += seconds(wallSeconds);
    nanos += TimeUnit.SECONDS.toNanos(monotonicSeconds);
  }

  private static long seconds(long seconds) {
    return TimeUnit.SECONDS.toMillis(seconds);
  }
}
