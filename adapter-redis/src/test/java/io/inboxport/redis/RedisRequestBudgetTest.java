package io.inboxport.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.budget.BudgetUnavailable;
import io.inboxport.budget.PermitRefused;
import io.inboxport.budget.RequestKind;
import io.inboxport.budget.RequestLimits;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Budgets of two processes over one server, by the server's own time. */
class RedisRequestBudgetTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @ParameterizedTest
  @EnumSource
  void two_processes_share_the_limit_of_a_minute(RedisProgram program) throws Exception {
    var limits = RequestLimits.documented().toBuilder().perMinute(10).build();
    try (var redis = RunningRedis.start(program);
        var client = redis.client();
        var web =
            RedisRequestBudget.over(JedisScriptRunner.over(client), "acme")
                .limits(limits)
                .readAhead(0)
                .timeout(Duration.ofSeconds(10))
                .build();
        var job =
            RedisRequestBudget.over(JedisScriptRunner.over(client), "acme")
                .limits(limits)
                .readAhead(0)
                .timeout(Duration.ofSeconds(10))
                .build()) {
      for (int i = 0; i < 5; i++) {
        web.reserve(RequestKind.READ, PATIENCE).close();
        job.reserve(RequestKind.WRITE, PATIENCE).close();
      }

      assertThatThrownBy(() -> web.reserve(RequestKind.READ, Duration.ofSeconds(1)))
          .isInstanceOf(PermitRefused.class);
      assertThatThrownBy(() -> job.reserve(RequestKind.WRITE, Duration.ofSeconds(1)))
          .isInstanceOf(PermitRefused.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_is_gone_closes_the_budget(RedisProgram program) throws Exception {
    try (var redis = RunningRedis.start(program);
        var client = redis.client();
        var budget = RedisRequestBudget.over(JedisScriptRunner.over(client), "acme").build()) {
      redis.kill();

      assertThatThrownBy(() -> budget.reserve(RequestKind.READ, PATIENCE))
          .isInstanceOf(BudgetUnavailable.class);
    }
  }

  @Test
  void a_client_that_does_not_answer_closes_the_budget_within_its_time_out() {
    var never = new CountDownLatch(1);
    RedisScriptRunner slow =
        (script, keys, arguments) -> {
          never.await();
          throw new IllegalStateException("The test is over.");
        };
    try (var budget =
        RedisRequestBudget.over(slow, "acme").timeout(Duration.ofMillis(50)).build()) {
      long begin = System.nanoTime();

      assertThatThrownBy(() -> budget.reserve(RequestKind.READ, PATIENCE))
          .isInstanceOf(BudgetUnavailable.class);

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    } finally {
      never.countDown();
    }
  }

  @Test
  void the_name_of_the_account_is_checked_at_once() {
    assertThatThrownBy(
            () -> RedisRequestBudget.over((script, keys, arguments) -> keys, "not a name"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not be a key or a secret");
  }
}
