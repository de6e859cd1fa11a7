package io.inboxport.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.jdbc.JdbcRequestBudget;
import io.inboxport.redis.RedisProgram;
import io.inboxport.redis.RunningRedis;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests fleets of four processes with twenty threads each, one of which is killed every few
 * seconds, while the store fails in its own ways. Their clocks are hours apart.
 *
 * <p>{@code -Dinboxport.fleet=600} sets how many seconds a fleet works, and {@code
 * -Dinboxport.seed=N} who is killed when.
 */
class FleetTest {
  private static final int SECONDS = Integer.getInteger("inboxport.fleet", 75);
  private static final long SEED = Long.getLong("inboxport.seed", new Random().nextLong());
  private static final Duration QUARTER = Duration.ofSeconds(SECONDS).dividedBy(4);
  private static final int SIZE = 4;

  @Test
  void over_redis_a_fleet_keeps_the_limits_while_the_store_freezes_and_forgets() throws Exception {
    try (var redis = RunningRedis.start(RedisProgram.REDIS_6_2);
        var fleet = new RunningFleet(URI.create("redis://127.0.0.1:" + redis.port()), SIZE, SEED)) {
      // What comes before the store forgets is most of what is sent: it is closed for long then.
      fleet.work(QUARTER.multipliedBy(2));
      redis.freeze();
      fleet.work(Duration.ofSeconds(4));
      redis.thaw();
      fleet.work(QUARTER);
      try (var operator = redis.operator()) {
        operator.scriptFlush();
        fleet.work(QUARTER);
        operator.flushAll();
      }
      fleet.work(QUARTER);
      redis.kill();
      redis.start();
      fleet.work(QUARTER);

      report("Redis", fleet);
    }
  }

  @Test
  void over_postgresql_a_fleet_keeps_the_limits_while_the_store_freezes_and_dies(
      @TempDir Path folder) throws Exception {
    try (var postgres = new KillablePostgres(folder.resolve("data"))) {
      var store = URI.create("postgresql://127.0.0.1:" + postgres.port());
      JdbcRequestBudget.over(FleetProcess.database(store)).createTables();
      try (var fleet = new RunningFleet(store, SIZE, SEED)) {
        fleet.work(QUARTER);
        try (var connection = FleetProcess.database(store).getConnection();
            var statement = connection.createStatement()) {
          statement.execute(
              "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()");
        }
        fleet.work(QUARTER);
        postgres.freeze(Duration.ofSeconds(4));
        fleet.work(QUARTER);
        postgres.killAndStart();
        fleet.work(QUARTER);

        report("PostgreSQL", fleet);
      }
    }
  }

  @Test
  void over_a_file_a_fleet_keeps_the_limits(@TempDir Path folder) throws Exception {
    try (var fleet = new RunningFleet(folder.resolve("fleet.budget").toUri(), SIZE, SEED)) {
      fleet.work(QUARTER.multipliedBy(4));

      report("a file", fleet);
    }
  }

  private static void report(String store, RunningFleet fleet) {
    System.out.printf(
        "Fleet over %s, -Dinboxport.seed=%d: %d requests, %d kills, most in a minute %d, share used %.0f %%%n",
        store, SEED, fleet.arrived(), fleet.kills(), fleet.most(), 100 * fleet.share());
    assertThat(fleet.refused()).as("429 answers").isZero();
    assertThat(fleet.most()).as("requests in the worst minute").isBetween(1, 60);
    assertThat(fleet.kills()).isPositive();
    assertThat(fleet.arrived()).isGreaterThanOrEqualTo(50);
  }
}
