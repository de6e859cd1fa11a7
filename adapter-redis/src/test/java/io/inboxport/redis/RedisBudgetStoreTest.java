package io.inboxport.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.budget.shared.BudgetExchange;
import io.inboxport.budget.shared.BudgetExchange.DayCount;
import io.inboxport.budget.shared.BudgetLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;

/** The ledger of an account in a Redis that forgets, lacks rights, or is not there. */
@ParameterizedClass
@EnumSource
class RedisBudgetStoreTest {
  private static final AccountKeys KEYS = AccountKeys.of("acme");
  private static final long CLOSURE = 30_000 + 60_000 + 60_250;

  private final RunningRedis redis;
  private final RedisClient client;
  private final Jedis operator;
  private final AskingProcess web = new AskingProcess("web");
  private final AskingProcess job = new AskingProcess("job");
  private long now = 1_800_000_000_000L;
  private final RedisBudgetStore store;

  RedisBudgetStoreTest(RedisProgram program) {
    redis = RunningRedis.start(program);
    client = redis.client();
    operator = redis.operator();
    store = storeOf("acme");
  }

  @AfterEach
  void stop() {
    operator.close();
    client.close();
    redis.close();
  }

  private RedisBudgetStore storeOf(String account) {
    return new RedisBudgetStore(
        JedisScriptRunner.over(client), AccountKeys.of(account), () -> Long.toString(now));
  }

  private void open() throws Exception {
    web.ask(store, 0);
    now += RedisBudgetStore.ANNOUNCEMENT;
  }

  @Test
  void a_new_ledger_grants_nothing_until_others_could_announce_themselves() throws Exception {
    assertThat(web.ask(store, 1))
        .satisfies(answer -> assertThat(answer.writes()).isZero())
        .satisfies(
            answer -> assertThat(answer.writeWait()).isEqualTo(RedisBudgetStore.ANNOUNCEMENT));

    now += RedisBudgetStore.ANNOUNCEMENT;

    assertThat(web.ask(store, 60).writes()).isEqualTo(60);
    assertThat(web.ask(store, 1).writes()).isZero();
  }

  @Test
  void the_time_is_that_of_the_server_and_its_milliseconds() throws Exception {
    var real = new RedisBudgetStore(JedisScriptRunner.over(client), KEYS);

    var answer = web.ask(real, 1);

    var seconds = Long.parseLong(operator.time().get(0));
    assertThat(answer.time() / 1_000).isBetween(seconds - 60, seconds);
  }

  @Test
  void accounts_do_not_share_their_requests() throws Exception {
    open();
    var other = storeOf("other");
    new AskingProcess("web").ask(other, 0);
    now += RedisBudgetStore.ANNOUNCEMENT;

    assertThat(web.ask(store, 60).writes()).isEqualTo(60);
    assertThat(new AskingProcess("job").ask(other, 60).writes()).isEqualTo(60);
  }

  @Test
  void a_server_that_forgot_its_scripts_gets_them_again() throws Exception {
    open();
    operator.scriptFlush();

    assertThat(web.ask(store, 1).writes()).isOne();
    assertThat(store.look().toBytes()).isNotEmpty();
  }

  @Test
  void a_server_that_forgot_everything_is_closed_until_nothing_of_it_can_matter() throws Exception {
    open();
    assertThat(web.ask(store, 60).writes()).isEqualTo(60);
    operator.flushAll();

    assertThat(job.ask(store, 1).writes()).isZero();
    now += 200;
    assertThat(web.ask(store, 1))
        .satisfies(answer -> assertThat(answer.lost()).isTrue())
        .satisfies(answer -> assertThat(answer.writeWait()).isEqualTo(CLOSURE - 200));
    now += CLOSURE - 201;
    assertThat(job.ask(store, 1).writes()).isZero();
    now += 1;
    assertThat(job.ask(store, 1).writes()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledger", "requests", "reads", "permits"})
  void a_key_that_was_evicted_alone_closes_the_ledger(String key) throws Exception {
    open();
    web.askToRead(store, 60);
    operator.del("inboxport:{acme}:budget:" + key);

    assertThat(job.ask(store, 1))
        .satisfies(answer -> assertThat(answer.writes()).isZero())
        .satisfies(answer -> assertThat(answer.writeWait()).isEqualTo(CLOSURE));
    now += CLOSURE;
    assertThat(job.ask(store, 60).writes()).isEqualTo(60);
  }

  @Test
  void an_operator_sees_in_the_ledger_what_a_process_did() throws Exception {
    assertThat(store.look().toBytes()).isEqualTo(new BudgetLedger().at(now).toBytes());
    open();
    long begun = now;
    var answer = web.ask(store, 2);
    now += 10;
    // It gets its half at once, and a place in the order of turns for the rest.
    store.exchange(job.wanting(59, 90_000));

    long counted = begun + 30_000 + 60_000;
    var days = answer.days().get(0);
    var expected =
        BudgetLedger.builder(answer.epoch(), begun - RedisBudgetStore.ANNOUNCEMENT, now)
            .closedUntil(begun)
            .process("job", 1, now, now)
            .process("web", 2, begun, begun)
            .ticket("job", false, now + 250)
            .request("web", 1, false, begun, counted)
            .request("web", 2, false, begun, counted)
            .day(new DayCount(days.day(), 2 + 30, 0));
    for (int permit = 1; permit <= 30; permit++) {
      expected.request("job", permit, false, now, counted + 10);
    }
    now += 5;
    assertThat(store.look())
        .usingRecursiveComparison()
        .ignoringCollectionOrder()
        .isEqualTo(expected.build().at(now));
  }

  @Test
  void all_keys_are_in_one_slot_and_none_tells_more_than_the_account() throws Exception {
    open();
    web.ask(store, 1);

    assertThat(operator.keys("*"))
        .containsExactlyInAnyOrder(
            "inboxport:{acme}:budget:ledger",
            "inboxport:{acme}:budget:requests",
            "inboxport:{acme}:budget:permits",
            "inboxport:{acme}:budget:asked");
  }

  @Test
  void keys_that_are_not_used_are_gone_after_three_days() throws Exception {
    open();
    for (int i = 0; i < 200; i++) {
      web.ask(store, 1);
      job.ask(store, 1);
      now += 61_000;
      assertThat(operator.keys("*"))
          .allSatisfy(
              key -> assertThat(operator.ttl(key)).isBetween(1L, Duration.ofDays(3).toSeconds()));
    }
    assertThat(operator.hkeys(KEYS.ledger())).contains("p:web", "p:job");
  }

  @Test
  void processes_that_are_gone_leave_nothing_behind() throws Exception {
    open();
    for (int i = 0; i < 100; i++) {
      new AskingProcess("short-" + i).ask(store, 1);
    }
    now += Duration.ofMinutes(31).toMillis();
    web.ask(store, 0);
    now += Duration.ofMinutes(31).toMillis();
    job.ask(store, 0);

    assertThat(operator.hkeys(KEYS.ledger()))
        .filteredOn(field -> field.startsWith("p:"))
        .containsExactlyInAnyOrder("p:job");
    assertThat(operator.keys("*")).containsExactly(KEYS.ledger());
  }

  @Test
  void a_process_with_a_name_from_before_does_not_take_the_requests_of_the_old_one_away()
      throws Exception {
    open();
    assertThat(job.ask(store, 30).writes()).isEqualTo(30);
    now += Duration.ofMinutes(30).toMillis() + 1;
    web.ask(store, 0);
    var first = new AskingProcess("same");
    assertThat(first.ask(store, 30).writes()).isEqualTo(30);
    operator.hdel(KEYS.ledger(), "p:same");

    assertThat(new AskingProcess("same").ask(store, 60).writes()).isEqualTo(30);
  }

  @Test
  void a_user_who_cannot_see_the_identity_of_the_server_is_told_so_and_gets_nothing()
      throws Exception {
    open();
    operator.sendCommand(() -> bytes("ACL"), "SETUSER", "default", "-info");
    now += 60_000;

    assertThatThrownBy(() -> web.ask(store, 1)).hasMessageContaining("allow the command INFO");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_server_that_is_gone_fails_the_exchange() throws Exception {
    open();
    redis.kill();

    assertThatThrownBy(() -> web.ask(store, 1)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void an_error_of_the_client_reaches_the_caller() {
    var failing =
        new RedisBudgetStore(
            (script, keys, arguments) -> {
              throw new IOException("no route");
            },
            KEYS);

    assertThatThrownBy(() -> web.ask(failing, 1)).hasMessage("no route");
  }

  @Test
  void a_process_must_not_have_a_line_feed_in_its_name() {
    assertThatThrownBy(() -> new AskingProcess("a\nb").ask(store, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line feed");
  }

  @Test
  void a_number_that_redis_cannot_count_is_refused() {
    var exchange = web.wanting(1);
    var large =
        new BudgetExchange(
            "web",
            (1L << 53) + 1,
            0,
            0,
            List.of(),
            List.of(),
            List.of(),
            0,
            1,
            exchange.writes(),
            exchange.reads(),
            1,
            exchange.limits());

    assertThatThrownBy(() -> store.exchange(large))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9007199254740993");
  }
}
