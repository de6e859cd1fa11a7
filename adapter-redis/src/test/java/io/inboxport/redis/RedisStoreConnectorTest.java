package io.inboxport.redis;

import static io.inboxport.budget.RequestKind.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inboxport.budget.shared.BudgetStoreConnector;
import io.inboxport.budget.shared.SharedRequestBudget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests the way to a store by its URL. */
class RedisStoreConnectorTest {
  @Test
  void a_url_is_enough_to_share_a_budget() throws Exception {
    try (var redis = RunningRedis.start(RedisProgram.REDIS_6_2);
        var one = SharedRequestBudget.at("redis://127.0.0.1:" + redis.port(), "acme").build();
        var other = SharedRequestBudget.at("redis://127.0.0.1:" + redis.port(), "acme").build()) {
      one.reserve(READ, Duration.ofSeconds(20)).close();
      other.reserve(READ, Duration.ofSeconds(20)).close();

      try (var operator = redis.operator()) {
        assertThat(operator.keys("inboxport:{acme}:*")).isNotEmpty();
      }
    }
  }

  @Test
  void a_url_that_cannot_be_used_is_refused_without_its_password() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BudgetStoreConnector.find("redis://joe:hush@", "acme"))
        .withMessageStartingWith("The URL of the Redis server cannot be read")
        .withMessageNotContaining("hush");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BudgetStoreConnector.find("redis://joe:hu sh@host", "acme"))
        .withMessageNotContaining("hu sh")
        .withNoCause();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BudgetStoreConnector.find("memcached://joe:hush@host", "acme"))
        .withMessageStartingWith("No adapter on the class path keeps a budget at \"memcached:\"")
        .withMessageNotContaining("hush");
  }
}
