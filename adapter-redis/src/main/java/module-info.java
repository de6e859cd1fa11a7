/** Shares the request budget of an account among processes, over Redis or Valkey. */
// Neither client has a descriptor of its own, and both are optional.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.inboxport.redis {
  requires transitive io.inboxport.budget;
  requires static transitive org.jspecify;
  requires static transitive redis.clients.jedis;
  requires static transitive lettuce.core;

  exports io.inboxport.redis;

  provides io.inboxport.budget.shared.BudgetStoreConnector with
      io.inboxport.redis.RedisStoreConnector;
}
