package broken.app;

import io.lettuce.core.RedisClient;

final class UsesLettuce {
  RedisClient client;
}
