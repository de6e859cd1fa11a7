package io.inboxport.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two hundred threads that want to send all the time, for two hours. */
class BudgetSimulationTest {
  private static final int THREADS = 200;
  private static final Duration LENGTH = Duration.ofHours(2);
  private static final RequestLimits LIMITS = RequestLimits.documented();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void no_window_holds_more_than_the_limit_and_nearly_all_of_it_is_used(long seed) {
    var simulation = new BudgetSimulation(seed, THREADS, LIMITS).run(LENGTH);

    assertWithinTheLimits(simulation);
    assertUsed(simulation, LENGTH);
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void requests_that_time_out_count_all_the_same(long seed) {
    var simulation = new BudgetSimulation(seed, THREADS, LIMITS).losing(0.02).run(LENGTH);

    assertWithinTheLimits(simulation);
    assertUsed(simulation, LENGTH);
  }

  @ParameterizedTest
  @ValueSource(longs = {16, 17, 18})
  void requests_that_are_counted_after_they_were_given_up_break_no_limit(long seed) {
    var simulation =
        new BudgetSimulation(seed, THREADS, LIMITS)
            .losing(0.05)
            .countingUpTo(LIMITS.grace())
            .run(LENGTH);

    assertWithinTheLimits(simulation);
    assertUsed(simulation, LENGTH);
  }

  @Test
  void without_a_grace_a_late_server_counts_more_than_the_limit() {
    var simulation =
        new BudgetSimulation(19, THREADS, LIMITS.toBuilder().grace(Duration.ZERO).build())
            .losing(0.05)
            .countingUpTo(LIMITS.grace())
            .run(LENGTH);

    assertThat(simulation.server().refused()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {8, 9})
  void clocks_that_step_change_nothing(long seed) {
    var simulation = new BudgetSimulation(seed, THREADS, LIMITS).withASteppingClock().run(LENGTH);

    assertWithinTheLimits(simulation);
    assertUsed(simulation, LENGTH);
  }

  @Test
  void nothing_leaves_during_a_block() {
    var from = Duration.ofMinutes(50);
    var to = Duration.ofMinutes(65);
    var simulation =
        new BudgetSimulation(10, THREADS, LIMITS)
            .blockedAt(from, to.minus(from))
            .losing(0.01)
            .run(LENGTH);

    assertThat(simulation.sent()).noneMatch(at -> at.compareTo(from) > 0 && at.compareTo(to) < 0);
    assertWithinTheLimits(simulation);
    assertUsed(simulation, LENGTH.minus(to.minus(from)));
  }

  @Test
  void whoever_waits_is_served_in_turn() {
    var simulation = new BudgetSimulation(11, THREADS, LIMITS).run(LENGTH);

    var requests =
        simulation.actors().stream().mapToInt(BudgetSimulation.Actor::requests).summaryStatistics();
    assertThat(requests.getMax() - requests.getMin()).isLessThanOrEqualTo(2);
    // Two hundred in line at sixty a window: no turn comes later than the fourth one. A window
    // starts anew when the slowest answer is here, after 4 seconds, and the margin has passed.
    var longest =
        simulation.actors().stream()
            .map(BudgetSimulation.Actor::longestWait)
            .max(Comparator.naturalOrder());
    assertThat(longest)
        .hasValueSatisfying(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(4 * 65)));
  }

  @Test
  void impatient_threads_use_the_limit_as_well() {
    var simulation =
        new BudgetSimulation(12, THREADS, LIMITS).withPatience(Duration.ofSeconds(30)).run(LENGTH);

    assertWithinTheLimits(simulation);
    assertUsed(simulation, LENGTH);
  }

  @Test
  void a_waiter_sleeps_a_few_times_not_once_for_every_permit() {
    var simulation = new BudgetSimulation(13, THREADS, LIMITS).run(LENGTH);

    assertThat(simulation.parks()).isLessThan(4 * simulation.sent().size());
  }

  @Test
  void a_token_bucket_of_the_same_rate_lets_nearly_twice_the_limit_through() {
    var server = new LimitedServer();
    double tokens = 60;
    for (int second = 0; second <= 120; second++, tokens = Math.min(60, tokens + 1)) {
      while (second > 0 && tokens >= 1) {
        server.serves(Duration.ofSeconds(second).toNanos());
        tokens--;
      }
    }

    assertThat(server.most(Duration.ofMinutes(1))).isEqualTo(119);
  }

  @Test
  void a_limit_per_calendar_minute_lets_twice_the_limit_through() {
    var server = new LimitedServer();
    for (int request = 0; request < 60; request++) {
      server.serves(Duration.ofSeconds(59).toNanos());
    }
    for (int request = 0; request < 60; request++) {
      server.serves(Duration.ofSeconds(60).toNanos());
    }

    assertThat(server.most(Duration.ofMinutes(1))).isEqualTo(120);
  }

  private static void assertWithinTheLimits(BudgetSimulation simulation) {
    var server = simulation.server();
    assertThat(server.refused()).as("429s").isZero();
    assertThat(server.most(Duration.ofMinutes(1))).isEqualTo(LimitedServer.PER_MINUTE);
    assertThat(server.most(Duration.ofSeconds(5)))
        .isLessThanOrEqualTo(LimitedServer.PER_FIVE_SECONDS);
  }

  private static void assertUsed(BudgetSimulation simulation, Duration time) {
    long allowed = LimitedServer.PER_MINUTE * time.toMinutes();
    // Given up, a request holds its place for the grace and the minute: it takes two places.
    int used = simulation.sent().size() + simulation.abandoned();
    assertThat((double) used / allowed).isGreaterThanOrEqualTo(0.97);
  }
}
