package io.inboxport.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetAnswer;
import io.inboxport.budget.shared.BudgetLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.UnifiedJedis;

/** The script follows the rules of the ledger that is written in Java, step by step. */
class ScriptedLedgerTest {
  private static final int STEPS = 3_000;
  private static final int SEEDS = 2;
  private static final long DAY = Duration.ofDays(1).toMillis();

  private static final RequestLimits SMALL =
      RequestLimits.documented().toBuilder()
          .perMinute(6)
          .perFiveSeconds(3)
          .grace(Duration.ofSeconds(5))
          .build();

  private static final List<RequestLimits> LIMITS =
      List.of(
          RequestLimits.documented(),
          RequestLimits.documented().toBuilder().reserveForWrites(20).build(),
          SMALL,
          SMALL.toBuilder().reserveForWrites(2).margin(Duration.ofSeconds(2)).build(),
          SMALL.toBuilder().perDay(150).reserveForWrites(3).build());

  static Stream<Arguments> programsAndSeeds() {
    long first = Long.getLong("inboxport.seed", System.nanoTime());
    return Stream.of(RedisProgram.values())
        .flatMap(
            program ->
                LongStream.range(first, first + SEEDS).mapToObj(s -> Arguments.of(program, s)));
  }

  @ParameterizedTest
  @MethodSource("programsAndSeeds")
  void every_step_has_the_answer_of_the_ledger(RedisProgram program, long seed) throws Exception {
    try (var redis = RunningRedis.start(program);
        var client = redis.client()) {
      for (int kind = 0; kind < LIMITS.size(); kind++) {
        var comparison = new Comparison(new Random(seed + kind), LIMITS.get(kind), client, kind);
        for (int step = 0; step < STEPS; step++) {
          comparison.step("seed " + seed + ", limits " + kind + ", step " + step);
        }
        assertThat(comparison.granted).as("permits granted").isGreaterThan(STEPS / 30);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void ten_thousand_requests_are_counted_as_exactly_as_six(RedisProgram program) throws Exception {
    var many =
        RequestLimits.documented().toBuilder().perMinute(9_000).perFiveSeconds(5_000).build();
    try (var redis = RunningRedis.start(program);
        var client = redis.client()) {
      var comparison = new Comparison(new Random(1), many, client, 9);
      for (int step = 0; step < 300; step++) {
        comparison.step("step " + step);
      }
    }
  }

  /** Ledger in Redis and ledger in Java, side by side. */
  private static final class Comparison {
    private final Random random;
    private final Runnable forget;
    private BudgetLedger model = new BudgetLedger();
    private final List<ExchangeSteps> processes = new ArrayList<>();
    private final RedisBudgetStore store;
    private long now;
    private long granted;

    Comparison(Random random, RequestLimits limits, UnifiedJedis client, int account) {
      var keys = AccountKeys.of("account-" + account);
      this.forget = () -> client.del(keys.all().toArray(String[]::new));
      this.random = random;
      this.now = 20_000 * DAY - 30_000;
      this.store =
          new RedisBudgetStore(JedisScriptRunner.over(client), keys, () -> Long.toString(now));
      for (int i = 0; i < 4; i++) {
        // One process has a build with other limits.
        var own = i == 3 ? limits.toBuilder().margin(Duration.ofMillis(100)).build() : limits;
        processes.add(new ExchangeSteps(random, "process:" + i + " é", own));
      }
    }

    void step(String where) throws Exception {
      now += passes();
      if (random.nextInt(1_000) == 0) {
        forget.run();
        model = new BudgetLedger();
      }
      var process = processes.get(random.nextInt(processes.size()));
      var exchange = process.next();
      var script = store.exchange(exchange);
      var ledger = model.exchange(process.forModel(exchange), now, RedisBudgetStore.ANNOUNCEMENT);

      assertThat(withoutEpoch(script))
          .as("answer of the script at %s to %s", where, exchange)
          .isEqualTo(withoutEpoch(ledger));
      process.answered(exchange, script, ledger);
      granted += script.writes() + script.reads();
    }

    private long passes() {
      int kind = random.nextInt(1_000);
      if (kind < 300) {
        return random.nextInt(3);
      } else if (kind < 990) {
        return random.nextInt(3_000);
      } else if (kind < 993) {
        return -random.nextInt(60_000);
      }
      return kind < 999 ? random.nextInt(200_000) : random.nextInt(3) * DAY / 24;
    }

    private static BudgetAnswer withoutEpoch(BudgetAnswer it) {
      return new BudgetAnswer(
          0,
          it.lost(),
          it.writes(),
          it.reads(),
          it.writeWait(),
          it.readWait(),
          it.days(),
          it.time());
    }
  }
}
