package io.inboxport.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that comes back, or another that takes its place, may lack the last writes. */
class RedisRestartTest {
  private static final AccountKeys KEYS = AccountKeys.of("acme");
  private static final long CLOSURE = 30_000 + 60_000 + 60_250;

  private final AskingProcess web = new AskingProcess("web");
  private final AskingProcess job = new AskingProcess("job");
  private long now = 1_800_000_000_000L;

  private RedisBudgetStore over(RedisScriptRunner runner) {
    return new RedisBudgetStore(runner, KEYS, () -> Long.toString(now));
  }

  private void open(RedisBudgetStore store) throws Exception {
    web.ask(store, 0);
    job.ask(store, 0);
    now += RedisBudgetStore.ANNOUNCEMENT;
  }

  @ParameterizedTest
  @EnumSource
  void a_restarted_server_that_kept_all_it_can_know_is_closed_for_a_while(RedisProgram program)
      throws Exception {
    try (var redis =
        RunningRedis.start(program, "--appendonly", "yes", "--appendfsync", "always")) {
      try (var client = redis.client()) {
        var store = over(JedisScriptRunner.over(client));
        open(store);
        assertThat(job.ask(store, 1).writes()).isOne();
      }

      redis.kill();
      redis.start();

      try (var client = redis.client()) {
        var store = over(JedisScriptRunner.over(client));
        now += 1;
        var answer = new AskingProcess("late").ask(store, 1);
        assertThat(answer.writes()).isZero();
        assertThat(answer.writeWait()).isEqualTo(CLOSURE);
        assertThat(job.ask(store, 1).lost()).isTrue();
        now += CLOSURE - 1;
        assertThat(job.ask(store, 60).writes()).isZero();
        now += 1;
        assertThat(job.ask(store, 60).writes()).isEqualTo(60);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_restarted_server_that_kept_nothing_is_closed_by_those_who_know(RedisProgram program)
      throws Exception {
    try (var redis = RunningRedis.start(program)) {
      try (var client = redis.client()) {
        var store = over(JedisScriptRunner.over(client));
        open(store);
        assertThat(job.ask(store, 60).writes()).isEqualTo(60);
      }

      redis.kill();
      redis.start();

      try (var client = redis.client()) {
        var store = over(JedisScriptRunner.over(client));
        assertThat(new AskingProcess("late").ask(store, 1).writes()).isZero();
        assertThat(job.ask(store, 1).lost()).isTrue();
        now += CLOSURE - 1;
        assertThat(new AskingProcess("later").ask(store, 1).writes()).isZero();
        now += 1;
        assertThat(new AskingProcess("last").ask(store, 1).writes()).isOne();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_replica_without_the_last_writes_is_closed_even_to_those_who_lost_nothing(
      RedisProgram program) throws Exception {
    try (var primary = RunningRedis.start(program);
        var replica = RunningRedis.start(program);
        var ofPrimary = primary.client();
        var ofReplica = replica.client();
        var operator = replica.operator()) {
      var before = over(JedisScriptRunner.over(ofPrimary));
      open(before);
      operator.replicaof("127.0.0.1", primary.port());
      assertThat(primaryHasReplica(primary)).isTrue();
      operator.replicaofNoOne();
      // The replica never hears of these.
      assertThat(job.ask(before, 60).writes()).isEqualTo(60);

      var after = over(JedisScriptRunner.over(ofReplica));
      // No time passes: the replica takes over at once, and its clock is the same.
      var answer = web.ask(after, 60);

      assertThat(answer.writes()).isZero();
      assertThat(answer.lost()).isTrue();
      assertThat(answer.writeWait()).isEqualTo(CLOSURE);
      assertThat(job.ask(after, 1).lost()).isTrue();
      now += CLOSURE - 1;
      assertThat(web.ask(after, 1).writes()).isZero();
      now += 1;
      assertThat(web.ask(after, 60).writes()).isEqualTo(60);
    }
  }

  /** Waits until the replica has everything; 20 seconds at most. */
  private static boolean primaryHasReplica(RunningRedis primary) {
    try (var operator = primary.operator()) {
      long deadline = System.nanoTime() + 20_000_000_000L;
      while (System.nanoTime() < deadline) {
        // A write of its own, since WAIT is about the writes of its connection.
        operator.set("mark", "1");
        if (operator.waitReplicas(1, 1_000) == 1) {
          return true;
        }
      }
      return false;
    }
  }
}
