package io.inboxport.redis;

import java.util.List;
import java.util.Objects;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * Runs scripts through Jedis 8.
 *
 * <p>Give its client time-outs of the order of the budget's, 250 ms, since Jedis waits 2 seconds as
 * a rule. A pool hands out dead connections after the server restarted; each fails once.
 *
 * <p>Thread-safe. The client stays the caller's, who closes it.
 */
public final class JedisScriptRunner implements RedisScriptRunner {
  private final UnifiedJedis jedis;

  private JedisScriptRunner(UnifiedJedis jedis) {
    this.jedis = jedis;
  }

  /** Runs scripts through a client for one server, for sentinels or for a cluster. */
  public static JedisScriptRunner over(UnifiedJedis jedis) {
    return new JedisScriptRunner(Objects.requireNonNull(jedis, "jedis"));
  }

  @Override
  public List<String> run(RedisScript script, List<String> keys, List<String> arguments) {
    try {
      return texts(jedis.evalsha(script.digest(), keys, arguments));
    } catch (JedisNoScriptException forgotten) {
      return texts(jedis.eval(script.text(), keys, arguments));
    }
  }

  private static List<String> texts(Object reply) {
    return ((List<?>) reply).stream().map(String.class::cast).toList();
  }
}
