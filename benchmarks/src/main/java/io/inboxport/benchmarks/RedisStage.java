package io.inboxport.benchmarks;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.SharedRequestBudget;
import io.inboxport.redis.JedisScriptRunner;
import io.inboxport.redis.LettuceScriptRunner;
import io.inboxport.redis.RedisProgram;
import io.inboxport.redis.RedisRequestBudget;
import io.inboxport.redis.RedisScriptRunner;
import io.inboxport.redis.RunningRedis;
import io.lettuce.core.RedisClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import redis.clients.jedis.UnifiedJedis;

/** Redis server with the limiters that race over it. Everything ends with the stage. */
final class RedisStage implements AutoCloseable {
  static final String LETTUCE = "ours over Lettuce";
  static final String JEDIS = "ours over Jedis";
  static final String BUCKET = "bucket4j over Lettuce";
  static final String BATCHING = "bucket4j, batching";

  private final RunningRedis server = RunningRedis.start(RedisProgram.REDIS_6_2);
  private final RedisClient lettuce = RedisClient.create("redis://127.0.0.1:" + server.port());
  private final UnifiedJedis jedis = server.client();
  private final RedisScriptRunner overLettuce =
      LettuceScriptRunner.over(lettuce.connect().async(), StoreFigures.TIMEOUT);
  private final RedisScriptRunner overJedis = JedisScriptRunner.over(jedis);
  private final ProxyManager<byte[]> buckets = Bucket4jLettuce.casBasedBuilder(lettuce).build();
  private final Deque<SharedRequestBudget> budgets = new ArrayDeque<>();

  /** A budget of ours that gives its permits back. */
  PermitContender givingBack(String name, String account) throws InterruptedException {
    var store = store(name, account);
    var budget = budget(store, StoreFigures.WIDE);
    StoreFigures.fillAsDocumented(budget);
    return PermitContender.givingBack(name, budget, store::exchanges);
  }

  /** A budget of ours that keeps its permits. */
  PermitContender keeping(String name, String account, RequestLimits limits) {
    var store = store(name, account);
    return PermitContender.keeping(name, budget(store, limits), store::exchanges);
  }

  private CountingStore store(String name, String account) {
    var runner = name.equals(JEDIS) ? overJedis : overLettuce;
    return new CountingStore(RedisRequestBudget.store(runner, account));
  }

  private SharedRequestBudget budget(CountingStore store, RequestLimits limits) {
    var budget =
        SharedRequestBudget.over(store).limits(limits).timeout(StoreFigures.TIMEOUT).build();
    budgets.add(budget);
    return budget;
  }

  /** A bucket that never runs dry. */
  PermitContender bucket(String key) {
    return PermitContender.of(BUCKET, bucket(key, StoreFigures::endless));
  }

  /** The same with bucket4j's own way to send the requests of several threads together. */
  PermitContender batchingBucket(String key) {
    return PermitContender.of(
        BATCHING,
        buckets
            .builder()
            .withOptimization(Optimizations.batching())
            .build(bytes(key), StoreFigures::endless));
  }

  /** A bucket of the documented 60 a minute, whose callers wait. */
  PermitContender documentedBucket() {
    var bucket =
        bucket(
            "documented",
            () ->
                BucketConfiguration.builder()
                    .addLimit(limit -> limit.capacity(60).refillGreedy(60, Duration.ofMinutes(1)))
                    .build());
    return new PermitContender(BUCKET, () -> bucket.asBlocking().consume(1), () -> 0);
  }

  private Bucket bucket(String key, Supplier<BucketConfiguration> configuration) {
    return buckets.builder().build(bytes(key), configuration);
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    budgets.forEach(SharedRequestBudget::close);
    jedis.close();
    lettuce.shutdown();
    server.close();
  }
}
