package io.inboxport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.Operation;
import io.inboxport.port.ForwardingAccountGateway;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The account contract itself: it has no holes that we know of, and it says what it found. */
class AccountScenarioTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("flaws")
  void catches(BrokenAccounts.Flaw broken) {
    var honest = InMemoryAccountContractTest.honest();
    var subject = new AccountSubject(broken.breaking().apply(honest.gateway()), honest.backstage());
    var scenario =
        AccountScenarioCatalog.all().stream()
            .filter(each -> each.id().equals(broken.caughtBy()))
            .findAny()
            .orElseThrow(() -> new AssertionError("There is no scenario " + broken.caughtBy()));

    assertThatThrownBy(() -> scenario.run(subject))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(scenario.id() + ": " + scenario.sentence());
  }

  static List<BrokenAccounts.Flaw> flaws() {
    return BrokenAccounts.ALL;
  }

  @Test
  void no_scenario_fails_on_a_gateway_that_only_passes_calls_on() {
    for (var scenario : AccountScenarioCatalog.all()) {
      var honest = InMemoryAccountContractTest.honest();
      scenario.run(
          new AccountSubject(
              new ForwardingAccountGateway(honest.gateway()) {}, honest.backstage()));
    }
  }

  @Test
  void every_flaw_is_another() {
    assertThat(flaws())
        .hasSizeGreaterThan(25)
        .extracting(BrokenAccounts.Flaw::flaw)
        .doesNotHaveDuplicates();
  }

  @Test
  void every_scenario_has_an_id_and_a_sentence_of_its_own() {
    assertThat(AccountScenarioCatalog.all())
        .allSatisfy(scenario -> assertThat(scenario.id()).matches("[a-z-]+\\.[a-z0-9-]+"))
        .allSatisfy(scenario -> assertThat(scenario.sentence()).matches("[A-Z].*[^.]"));
    assertThat(AccountScenarioCatalog.all())
        .extracting(AccountScenario::id)
        .doesNotHaveDuplicates();
    assertThat(AccountScenarioCatalog.all())
        .extracting(AccountScenario::sentence)
        .doesNotHaveDuplicates();
  }

  @Test
  void every_operation_has_scenarios_in_which_it_works_and_in_which_it_fails() {
    var byOperation =
        AccountScenarioCatalog.all().stream()
            .collect(Collectors.groupingBy(AccountScenario::operation, Collectors.counting()));

    assertThat(byOperation.keySet()).containsExactlyInAnyOrderElementsOf(Operation.ofAccount());
    assertThat(byOperation.values()).allSatisfy(count -> assertThat(count).isGreaterThan(9));
  }
}
