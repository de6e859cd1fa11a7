package io.inboxport.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.args.ClientPauseMode;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Both clients run the same script on a real server, and fail soon when it is not there. */
@ParameterizedClass
@EnumSource
class ScriptRunnersTest {
  private static final AccountKeys KEYS = AccountKeys.of("acme");
  private static final RedisScript BROKEN = RedisScript.named("broken.lua");
  private static final RedisScript COUNTER = RedisScript.named("counter.lua");

  private final RunningRedis redis;
  private final redis.clients.jedis.RedisClient jedis;
  private final RedisClient lettuce;
  private final RedisScriptRunner overJedis;
  private final RedisScriptRunner overLettuce;

  ScriptRunnersTest(RedisProgram program) {
    redis = RunningRedis.start(program);
    jedis = redis.client();
    overJedis = JedisScriptRunner.over(jedis);
    lettuce = RedisClient.create(RedisURI.create("127.0.0.1", redis.port()));
    overLettuce = LettuceScriptRunner.over(lettuce.connect().async());
  }

  @AfterEach
  void stop() {
    jedis.close();
    lettuce.shutdown(Duration.ZERO, Duration.ofSeconds(5));
    redis.close();
  }

  @Test
  void processes_share_a_ledger_whichever_client_they_have() throws Exception {
    long[] now = {1_800_000_000_000L};
    var ofWeb = new RedisBudgetStore(overJedis, KEYS, () -> Long.toString(now[0]));
    var ofJob = new RedisBudgetStore(overLettuce, KEYS, () -> Long.toString(now[0]));
    var web = new AskingProcess("web \u00e9\u4e16");
    var job = new AskingProcess("job \u00e9\u4e16");
    assertThat(web.ask(ofWeb, 1).writes()).isZero();
    now[0] += RedisBudgetStore.ANNOUNCEMENT;

    assertThat(web.ask(ofWeb, 40).writes()).isEqualTo(40);
    assertThat(job.ask(ofJob, 40).writes()).isEqualTo(20);
    assertThat(job.ask(ofJob, 40)).isEqualTo(web.ask(ofWeb, 40));
  }

  @Test
  void a_script_that_the_server_does_not_have_is_sent_once_and_carried_out_once() throws Exception {
    for (var runner : List.of(overJedis, overLettuce)) {
      try (var operator = redis.operator()) {
        operator.flushAll();
        operator.scriptFlush();
        assertThat(runner.run(COUNTER, List.of("count"), List.of("1"))).containsExactly("1", "a");
        assertThat(runner.run(COUNTER, List.of("count"), List.of("2"))).containsExactly("3", "a");
        assertThat(operator.scriptExists(COUNTER.digest())).isTrue();
      }
    }
  }

  @Test
  void an_error_of_the_script_is_told_and_the_script_not_repeated() throws Exception {
    try (var operator = redis.operator()) {
      assertThatThrownBy(() -> overJedis.run(BROKEN, List.of("count"), List.of()))
          .isInstanceOf(JedisDataException.class)
          .hasMessageContaining("this is broken");
      assertThatThrownBy(() -> overLettuce.run(BROKEN, List.of("count"), List.of()))
          .isInstanceOf(RedisCommandExecutionException.class)
          .hasMessageContaining("this is broken");
      assertThat(operator.get("count")).isEqualTo("2");
    }
  }

  @Test
  void lettuce_gives_a_server_up_that_is_gone_and_does_not_carry_the_script_out_later()
      throws Exception {
    assertThat(overLettuce.run(COUNTER, List.of("count"), List.of("1"))).hasSize(2);
    redis.kill();

    assertThatThrownBy(() -> overLettuce.run(COUNTER, List.of("count"), List.of("1")))
        .isInstanceOf(TimeoutException.class);

    redis.start();
    try (var operator = redis.operator()) {
      // What waited for the connection would come before this.
      var patient = LettuceScriptRunner.over(lettuce.connect().async(), Duration.ofSeconds(20));
      assertThat(patient.run(COUNTER, List.of("other"), List.of("1"))).hasSize(2);
      assertThat(operator.exists("count")).isFalse();
    }
  }

  @Test
  void lettuce_does_not_wait_for_a_server_that_hangs() {
    try (var operator = redis.operator()) {
      operator.clientPause(2_000, ClientPauseMode.ALL);
      long begin = System.nanoTime();

      assertThatThrownBy(() -> overLettuce.run(COUNTER, List.of("count"), List.of("1")))
          .isInstanceOf(TimeoutException.class);

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void jedis_fails_at_once_when_the_server_is_gone() throws Exception {
    assertThat(overJedis.run(COUNTER, List.of("count"), List.of("1"))).hasSize(2);
    redis.kill();

    assertThatThrownBy(() -> overJedis.run(COUNTER, List.of("count"), List.of("1")))
        .isInstanceOf(JedisException.class);
  }

  @Test
  void an_interrupted_thread_stops_waiting() {
    try (var operator = redis.operator()) {
      // Else the answer may be there before anything waits for it.
      operator.clientPause(2_000, ClientPauseMode.ALL);
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> overLettuce.run(COUNTER, List.of("count"), List.of("1")))
          .isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void a_time_out_is_more_than_zero() {
    var commands = lettuce.connect().async();

    assertThatThrownBy(() -> LettuceScriptRunner.over(commands, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Time-out must be more than PT0S, not PT0S.");
  }

  @Test
  void a_script_is_named_by_its_digest() {
    assertThat(COUNTER.toString()).isEqualTo("RedisScript[" + COUNTER.digest() + "]");
    assertThatThrownBy(() -> RedisScript.named("missing.lua")).hasMessageContaining("missing.lua");
  }
}
