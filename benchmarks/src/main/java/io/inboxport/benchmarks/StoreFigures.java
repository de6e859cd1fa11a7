package io.inboxport.benchmarks;

import static io.inboxport.benchmarks.FigureLimit.atLeast;
import static io.inboxport.benchmarks.FigureLimit.atMost;

import io.github.bucket4j.BucketConfiguration;
import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestKind;
import io.inboxport.budget.RequestLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Figures of the shared budgets, held against bucket4j on the same servers in the same run. */
final class StoreFigures {
  /** A busy machine may take longer than the 250 ms that callers wait as a rule. */
  static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** The widest limits that a shared budget takes. */
  static final RequestLimits WIDE =
      RequestLimits.documented().toBuilder()
          .perMinute(10_000)
          .perFiveSeconds(10_000)
          .perDay(1_000_000)
          .build();

  private static final List<Integer> THREADS = List.of(1, 8, 32);
  private static final int KEPT = 9_000;
  private static final int KEPT_ROUNDS = 3;
  private static final Duration LONG = Duration.ofHours(1);

  private StoreFigures() {}

  /** Measures over Redis. */
  static List<FigureRow> ofRedis() throws Exception {
    var rows = new ArrayList<FigureRow>();
    try (var stage = new RedisStage()) {
      var contenders =
          List.of(
              stage.givingBack(RedisStage.LETTUCE, "lettuce"),
              stage.bucket("race"),
              stage.givingBack(RedisStage.JEDIS, "jedis"),
              stage.batchingBucket("batching"));
      for (int threads : THREADS) {
        var race = PermitRace.run(threads, contenders);
        rows.add(permits(race, "Redis (Lettuce)", RedisStage.LETTUCE, RedisStage.BUCKET, "1"));
        rows.add(race.exchangesRow(RedisStage.LETTUCE, atMost("1")));
        rows.add(permits(race, "Redis (Jedis)", RedisStage.JEDIS, RedisStage.BUCKET, "1"));
        rows.add(told(race, "Redis (Lettuce)", RedisStage.LETTUCE, RedisStage.BATCHING));
      }
      rows.addAll(kept(stage));
      rows.addAll(worstMinute(stage));
    }
    return rows;
  }

  private static List<FigureRow> kept(RedisStage stage) throws Exception {
    var rounds = new ArrayList<List<PermitContender>>();
    for (int i = 0; i < KEPT_ROUNDS; i++) {
      var ours = stage.keeping(RedisStage.LETTUCE, "kept-" + i, WIDE);
      // The first waits until the new ledger is open.
      ours.permit().take();
      rounds.add(List.of(ours, stage.bucket("kept-" + i)));
    }
    var race = PermitRace.runFor(KEPT, 8, rounds);
    return List.of(
        race.row(
            "9,000 permits that stay in the window, a second",
            RedisStage.LETTUCE,
            RedisStage.BUCKET,
            FigureLimit.NONE),
        race.exchangesRow(RedisStage.LETTUCE, atMost("1")));
  }

  private static List<FigureRow> worstMinute(RedisStage stage) throws InterruptedException {
    var counts =
        WorstMinute.of(
            stage.keeping(RedisStage.LETTUCE, "documented", RequestLimits.documented()),
            stage.documentedBucket());
    return List.of(
        FigureRow.alone("permits in the worst minute of 60", counts.get(0), atMost("60")),
        FigureRow.alone("the same, bucket4j", counts.get(1), FigureLimit.NONE));
  }

  /** Measures over PostgreSQL. */
  static List<FigureRow> ofPostgres() throws Exception {
    var rows = new ArrayList<FigureRow>();
    try (var stage = PostgresStage.start()) {
      var contenders = List.of(stage.givingBack(), stage.bucket(), stage.batchingBucket());
      for (int threads : THREADS) {
        var race = PermitRace.run(threads, contenders);
        rows.add(permits(race, "PostgreSQL", PostgresStage.OURS, PostgresStage.BUCKET, "0.8"));
        rows.add(told(race, "PostgreSQL", PostgresStage.OURS, PostgresStage.BATCHING));
      }
    }
    return rows;
  }

  private static FigureRow permits(
      PermitRace race, String store, String ours, String theirs, String least) {
    return race.row("permits over " + store + ", a second", ours, theirs, atLeast(least));
  }

  private static FigureRow told(PermitRace race, String store, String ours, String theirs) {
    return race.row("permits over " + store + ", a second", ours, theirs, FigureLimit.NONE);
  }

  /** A bucket's limit that no run uses up. */
  static BucketConfiguration endless() {
    long endless = 1_000_000_000;
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(endless).refillGreedy(endless, Duration.ofMinutes(1)))
        .build();
  }

  /** Puts 60 requests into the window, as many as the vendor allows. They stay under way. */
  static void fillAsDocumented(RequestBudget budget) throws InterruptedException {
    for (int i = 0; i < RequestLimits.documented().perMinute(); i++) {
      budget.reserve(RequestKind.READ, LONG, LONG);
    }
  }
}
