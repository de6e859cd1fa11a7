package io.inboxport.redis;

import io.inboxport.budget.shared.BudgetStore;
import io.inboxport.budget.shared.SharedBudgetContract;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.RedisClient;

/** Runs the contract of every budget on real servers, through both clients. */
@ParameterizedClass
@MethodSource("serversAndClients")
class RedisBudgetContractTest extends SharedBudgetContract {
  private final RunningRedis redis;
  private final RedisClient jedis;
  private final io.lettuce.core.RedisClient lettuce;
  private final RedisScriptRunner scripts;
  private int accounts;

  static Stream<Arguments> serversAndClients() {
    return Stream.of(RedisProgram.values())
        .flatMap(program -> Stream.of("Jedis", "Lettuce").map(it -> Arguments.of(program, it)));
  }

  RedisBudgetContractTest(RedisProgram program, String client) {
    redis = RunningRedis.start(program);
    jedis = redis.client();
    lettuce = io.lettuce.core.RedisClient.create(RedisURI.create("127.0.0.1", redis.port()));
    scripts =
        client.equals("Jedis")
            ? JedisScriptRunner.over(jedis)
            : LettuceScriptRunner.over(lettuce.connect().async(), Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() {
    jedis.close();
    lettuce.shutdown(Duration.ZERO, Duration.ofSeconds(5));
    redis.close();
  }

  @Override
  protected BudgetStore store(LongSupplier millis) throws Exception {
    var keys = AccountKeys.of("account-" + accounts++);
    // Another process began the ledger, which is open by now.
    var before = millis.getAsLong() - RedisBudgetStore.ANNOUNCEMENT;
    new AskingProcess("first").ask(new RedisBudgetStore(scripts, keys, () -> before + ""), 0);
    return new RedisBudgetStore(scripts, keys, () -> Long.toString(millis.getAsLong()));
  }
}
