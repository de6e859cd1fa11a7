package io.inboxport.budget.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes on one ledger, which are killed in the middle of their work. */
@Timeout(120)
class LedgerProcessesTest {
  @SuppressWarnings("NullAway.Init") // Made before each test.
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private Path file;

  private Duration ahead = Duration.ZERO;

  @BeforeEach
  void name() {
    file = folder.resolve("account.ledger");
  }

  @Test
  void two_processes_at_once_never_get_more_than_the_limit() throws Exception {
    try (var one = LedgerProcess.start("spend", file, "one", 200);
        var two = LedgerProcess.start("spend", file, "two", 200)) {
      assertThat(one.line()).isEqualTo("ready");
      assertThat(two.line()).isEqualTo("ready");
      one.go();
      two.go();

      int granted = Integer.parseInt(one.line()) + Integer.parseInt(two.line());

      assertThat(granted).isBetween(31, 60);
      assertThat(used()).as("no write was lost").isEqualTo(granted);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"locked", "torn"})
  void a_process_that_is_killed_in_the_middle_holds_no_other_up(String job) throws Exception {
    var before = new ExchangeFixture(store(), "before");
    assertThat(before.ask(20).writes()).isEqualTo(20);
    var killed = LedgerProcess.start(job, file);
    assertThat(killed.line()).isEqualTo(job);
    killed.kill();

    long start = System.nanoTime();
    int granted = new ExchangeFixture(store(), "after").ask(20).writes();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    assertThat(granted).isEqualTo(20);
    assertThat(used()).isEqualTo(40);
    assertThat(before.ask(1).lost()).isFalse();
  }

  @Test
  void permits_of_a_killed_process_come_back_at_the_end_of_their_lease() throws Exception {
    try (var killed = LedgerProcess.start("spend", file, "killed", 1_000_000)) {
      assertThat(killed.line()).isEqualTo("ready");
      killed.go();
      var after = new ExchangeFixture(store(), "after");
      while (used() < 60) {
        after.ask(1);
      }
    }
    var after = new ExchangeFixture(store(), "later");
    assertThat(after.ask(1).writes()).isZero();

    ahead = Duration.ofMillis(ExchangeFixture.LEASE).plusMinutes(2).plusSeconds(1);

    assertThat(new ExchangeFixture(store(), "much later").ask(60).writes()).isEqualTo(60);
  }

  @Test
  void killed_at_any_moment_a_process_leaves_a_whole_ledger() throws Exception {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    var first = new ExchangeFixture(store(), "first");
    assertThat(first.ask(60).writes()).isEqualTo(60);
    for (int i = 0; i < 5; i++) {
      var killed = LedgerProcess.start("spend", file, "killed" + i, 1_000_000);
      assertThat(killed.line()).isEqualTo("ready");
      killed.go();
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextLong(40));
      while (System.nanoTime() < until) {
        assertThat(first.ask(1).writes()).as("seed %s", seed).isZero();
      }
      killed.kill();

      var answer = first.ask(1);
      assertThat(answer.lost()).as("seed %s", seed).isFalse();
      assertThat(answer.writes()).as("seed %s", seed).isZero();
    }
    assertThat(folder.resolve("account.ledger.damaged")).doesNotExist();
  }

  private int used() throws IOException {
    return BudgetView.of(store().look(), RequestLimits.documented()).minute().used();
  }

  /** The store of a new process, some time later. */
  private FileBudgetStore store() {
    var clock = Clock.systemUTC();
    return new FileBudgetStore(
        file,
        new LedgerClock(
            () -> clock.millis() + ahead.toMillis(), () -> System.nanoTime() + ahead.toNanos()));
  }
}
