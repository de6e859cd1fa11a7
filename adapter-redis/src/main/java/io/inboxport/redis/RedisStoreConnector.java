package io.inboxport.redis;

import io.inboxport.budget.shared.BudgetStore;
import io.inboxport.budget.shared.BudgetStoreConnector;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Connects to Redis or Valkey at {@code redis://} and {@code rediss://} URLs, through Jedis. A call
 * takes 250 ms at most.
 */
public final class RedisStoreConnector implements BudgetStoreConnector {
  private static final Duration TIMEOUT = Duration.ofMillis(250);

  /** Creates a connector; the service loader does. */
  public RedisStoreConnector() {}

  @Override
  public boolean connectsTo(String url) {
    var lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("redis://") || lower.startsWith("rediss://");
  }

  @Override
  public BudgetStore connect(String url, String account) {
    try {
      return RedisRequestBudget.store(JedisScriptRunner.over(client(uri(url))), account);
    } catch (NoClassDefFoundError missing) {
      throw new IllegalArgumentException(
          "A budget in Redis needs Jedis on the class path: add redis.clients:jedis.", missing);
    }
  }

  private static URI uri(String url) {
    try {
      var uri = URI.create(url);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException unreadable) {
      // Its message shows the URL, which may hold a password.
    }
    throw new IllegalArgumentException(
        "The URL of the Redis server cannot be read: write redis://USER:PASSWORD@HOST:PORT/DATABASE.");
  }

  private static RedisClient client(URI uri) {
    var settings =
        DefaultJedisClientConfig.builder()
            .timeoutMillis((int) TIMEOUT.toMillis())
            .user(JedisURIHelper.getUser(uri))
            .password(JedisURIHelper.getPassword(uri))
            .database(JedisURIHelper.getDBIndex(uri));
    if (JedisURIHelper.isRedisSSLScheme(uri)) {
      settings = settings.sslOptions(SslOptions.defaults());
    }
    var server =
        uri.getPort() < 0
            ? new HostAndPort(uri.getHost(), 6379)
            : JedisURIHelper.getHostAndPort(uri);
    return RedisClient.builder().hostAndPort(server).clientConfig(settings.build()).build();
  }
}
