package broken.budget;

import redis.clients.jedis.UnifiedJedis;

final class UsesJedis {
  UnifiedJedis client;
}
