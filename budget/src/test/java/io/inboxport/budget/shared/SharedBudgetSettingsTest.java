package io.inboxport.budget.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inboxport.budget.RequestLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds of the settings of a shared budget. */
class SharedBudgetSettingsTest {
  private final SharedBudgetBuilder settings = SharedRequestBudget.over(new LedgerStore(() -> 0));

  private static RequestLimits perMinute(int requests) {
    return RequestLimits.documented().toBuilder().perMinute(requests).build();
  }

  @Test
  void settings_at_their_bounds_are_taken() {
    assertThat(settings.limits(perMinute(10_000)).limits.perMinute()).isEqualTo(10_000);
    assertThat(settings.timeout(Duration.ofMillis(10)).timeout).isEqualTo(Duration.ofMillis(10));
    assertThat(settings.timeout(Duration.ofSeconds(10)).timeout).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.shareIfUnreachable(1).share).isEqualTo(1);
    assertThat(settings.readAhead(100).mostAhead()).isEqualTo(100);
    assertThat(settings.readAhead(0).mostAhead()).isZero();
    assertThat(settings.process("x".repeat(80)).processName()).matches("x{80}-[0-9a-f]{8}");
  }

  @Test
  void settings_that_cannot_work_are_refused_with_value_and_limit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.limits(perMinute(10_001)))
        .withMessage("A shared budget counts at most 10000 requests per minute, not 10001.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.timeout(Duration.ofMillis(10).minusNanos(1)))
        .withMessage("The time-out of the store must be 10 ms to 10 s, not PT0.009999999S.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.timeout(Duration.ofSeconds(10).plusNanos(1)))
        .withMessage("The time-out of the store must be 10 ms to 10 s, not PT10.000000001S.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.readAhead(101))
        .withMessage("The permits taken in advance must be 0 to 100, not 101.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.readAhead(-1))
        .withMessage("The permits taken in advance must be 0 to 100, not -1.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.shareIfUnreachable(0))
        .withMessage("The share must be one of 1 or more processes, not 0.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.process("x".repeat(81)))
        .withMessage(
            "The name of a process must have 1 to 80 characters and no control character, not 81.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "web\n1", "web\u007F"})
  void a_name_that_no_operator_could_read_is_refused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> settings.process(name));
  }

  @Test
  void a_store_without_an_adapter_is_refused_with_the_adapter_to_add_and_without_its_address() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SharedRequestBudget.at("redis://user:secret@cache.example", "acme"))
        .withMessageStartingWith("No adapter on the class path keeps a budget at \"redis:\": add ")
        .withMessageNotContaining("secret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SharedRequestBudget.at("cache.example", "acme"))
        .withMessageContaining("a budget at \"\": add");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SharedRequestBudget.at("://cache.example", "acme"))
        .withMessageContaining("a budget at \":\": add");
  }

  @Test
  void a_store_forgets_nothing_unless_it_says_so() {
    assertThat(settings.store.canForget()).isFalse();
  }

  @Test
  void a_process_without_a_name_has_its_number() {
    assertThat(settings.processName()).startsWith(ProcessHandle.current().pid() + "-");
  }

  @Test
  void no_process_takes_more_than_an_eighth_of_a_minute_in_advance() {
    assertThat(settings.mostAhead()).isEqualTo(7);
    assertThat(settings.limits(perMinute(64)).mostAhead()).isEqualTo(8);
    assertThat(settings.limits(perMinute(7)).mostAhead()).isZero();
  }
}
