package io.inboxport.budget.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.budget.RequestLimits;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests fleets of processes in a virtual time. A failing run prints its seed. */
class FleetSimulationTest {
  private static final int HUNDREDS_FOR = Integer.getInteger("inboxport.fleet.minutes", 20);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final RequestLimits LIMITS =
      RequestLimits.documented().toBuilder().grace(Duration.ofSeconds(10)).build();

  @Test
  void eight_processes_use_97_percent_of_what_one_exact_window_allows() {
    var fleet = new FleetSimulation(8, LIMITS);
    IntStream.range(0, 8).forEach(i -> fleet.with(5));

    fleet.run(Duration.ofHours(1));

    double allowed = 3_600 / 60.25 * 60;
    assertThat(fleet.server().refused()).isZero();
    assertThat(fleet.server().most(MINUTE)).isEqualTo(60);
    assertThat(fleet.server().arrived() / allowed).isGreaterThan(0.97);
  }

  @Test
  void processes_take_turns_however_many_threads_they_have() {
    var fleet = new FleetSimulation(3, LIMITS).with(40).with(2).with(2);

    fleet.run(Duration.ofHours(1));

    double third = fleet.server().arrived() / 3.0;
    assertThat(fleet.requests())
        .allSatisfy(requests -> assertThat(requests / third).isBetween(0.9, 1.1));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_breaks_the_server_never_sees_more_than_its_limit(long seed) {
    var fleet = new FleetSimulation(seed, LIMITS).withFaults(0.01);
    int size = 2 + (int) (seed % 7);
    IntStream.range(0, size).forEach(i -> fleet.with(1 + i % 4));

    fleet.run(Duration.ofHours(2));

    report(seed, fleet);
    assertThat(fleet.server().most(MINUTE)).as("seed %d", seed).isLessThanOrEqualTo(60);
    assertThat(fleet.server().most(Duration.ofSeconds(5))).isLessThanOrEqualTo(120);
    assertThat(fleet.server().arrived()).as("seed %d", seed).isGreaterThan(500);
    assertThat(fleet.crashes()).isPositive();
  }

  @Test
  void two_hundred_processes_share_one_account_whatever_breaks() {
    long seed = Long.getLong("inboxport.seed", 200);
    var fleet = new FleetSimulation(seed, LIMITS).withFaults(0.01);
    IntStream.range(0, 200).forEach(i -> fleet.with(1 + i % 3));

    fleet.run(Duration.ofMinutes(HUNDREDS_FOR));

    report(seed, fleet);
    assertThat(fleet.server().most(MINUTE)).as("seed %d", seed).isEqualTo(60);
    assertThat(fleet.requests()).filteredOn(requests -> requests > 0).hasSizeGreaterThan(150);
  }

  @Test
  void the_model_sees_a_limit_that_is_broken() {
    var apart = new FleetSimulation(1, LIMITS).withoutSharing();
    IntStream.range(0, 2).forEach(i -> apart.with(5));

    apart.run(Duration.ofHours(1));

    assertThat(apart.server().most(MINUTE)).isGreaterThan(60);
    assertThat(apart.server().refused()).isPositive();
  }

  private static void report(long seed, FleetSimulation fleet) {
    System.out.printf(
        "seed %d: %d processes, %d requests, %d exchanges, %d crashes, %d losses, most %d%n",
        seed,
        fleet.requests().size(),
        fleet.server().arrived(),
        fleet.exchanges(),
        fleet.crashes(),
        fleet.losses(),
        fleet.server().most(MINUTE));
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, Integer.getInteger("inboxport.fleets", 20));
  }
}
