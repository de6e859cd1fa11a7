package io.inboxport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.port.InboxGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One broken operation fails its own scenarios, and few others, which say that they need it. */
class BrokenOperationTest {
  private static final Path GUIDE = Path.of(System.getProperty("house.root"), "docs", "testing.md");
  private static final String START = "<!-- generated -->\n";
  private static final String END = "<!-- end -->";

  @ParameterizedTest
  @EnumSource(value = Operation.class, to = "CREATE_CASE")
  void an_operation_that_does_nothing_fails_its_own_scenarios_and_those_that_need_it(
      Operation broken) {
    assertFailsItsOwn(broken, failing(broken, SilentGateway::new));
  }

  @ParameterizedTest
  @EnumSource(value = Operation.class, to = "CREATE_CASE")
  void an_operation_that_throws_fails_its_own_scenarios_and_those_that_need_it(Operation broken) {
    var failed = failing(broken, ThrowingGateway::new);
    assertFailsItsOwn(broken, failed);
    assertThat(ScenarioCatalog.of(broken))
        // A write that may not leave never comes to the broken operation.
        .filteredOn(scenario -> !scenario.id().endsWith("-does-nothing-if-refused"))
        .isSubsetOf(failed);
  }

  private static void assertFailsItsOwn(Operation broken, List<Scenario> failed) {
    assertThat(failed)
        .filteredOn(scenario -> !isOf(broken, scenario))
        .allSatisfy(scenario -> assertThat(scenario.needs()).as(scenario.id()).contains(broken));
    assertThat(failed).filteredOn(scenario -> isOf(broken, scenario)).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @EnumSource(value = Operation.class, to = "CREATE_CASE")
  void every_need_is_real(Operation broken) {
    assertThat(ScenarioCatalog.all())
        .filteredOn(scenario -> scenario.needs().contains(broken))
        .isSubsetOf(failing(broken, ThrowingGateway::new));
  }

  @Test
  void few_scenarios_need_another_operation() {
    assertThat(ScenarioCatalog.all())
        .filteredOn(scenario -> !scenario.needs().isEmpty())
        .hasSizeLessThan(ScenarioCatalog.all().size() / 8);
  }

  @Test
  void the_guide_tells_what_fails() throws IOException {
    var page = Files.readString(GUIDE);
    int from = page.indexOf(START) + START.length();
    int to = page.indexOf(END, from);
    if (Boolean.getBoolean("renew")) {
      Files.writeString(GUIDE, page.substring(0, from) + table() + page.substring(to));
      return;
    }
    assertThat(page.substring(from, to))
        .as("the table in docs/testing.md; renew it with: mvn verify -Drenew")
        .isEqualTo(table());
  }

  private static String table() {
    var table =
        new StringBuilder("| does nothing | its scenarios | of these fail | others that fail |\n");
    table.append("|---|---|---|---|\n");
    for (var broken : Operation.ofInbox()) {
      var failed = failing(broken, SilentGateway::new);
      var own = failed.stream().filter(scenario -> isOf(broken, scenario)).count();
      table.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(broken, ScenarioCatalog.of(broken).size(), own, failed.size() - own));
    }
    return table.toString();
  }

  private static boolean isOf(Operation operation, Scenario scenario) {
    return scenario.operation().filter(operation::equals).isPresent();
  }

  private static List<Scenario> failing(
      Operation broken, BiFunction<InboxGateway, Operation, InboxGateway> breaking) {
    return ScenarioCatalog.all().stream()
        .filter(
            scenario -> {
              var honest = InMemoryGatewayContractTest.honest();
              return fails(
                  scenario,
                  new ContractSubject(
                      breaking.apply(honest.gateway(), broken), honest.backstage()));
            })
        .toList();
  }

  private static boolean fails(Scenario scenario, ContractSubject subject) {
    try {
      scenario.run(subject);
      return false;
    } catch (AssertionError expected) {
      return true;
    }
  }
}
