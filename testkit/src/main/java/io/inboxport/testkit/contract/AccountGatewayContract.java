package io.inboxport.testkit.contract;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract of {@link io.inboxport.port.AccountGateway} as a JUnit class, for 5.13 or later and
 * 6: extend it, give it a fresh subject each time it asks, and every {@link AccountScenario} is a
 * test, named by the id of the scenario. It needs AssertJ beside JUnit.
 *
 * <p>Lifecycle methods of the subclass run around each scenario.
 */
public abstract class AccountGatewayContract {
  /** A subject that no scenario has used; what needs closing afterwards is up to the subclass. */
  protected abstract AccountSubject freshSubject();

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  final void keeps(AccountScenario scenario) {
    scenario.run(freshSubject());
  }

  static Stream<Arguments> scenarios() {
    return AccountScenarioCatalog.all().stream()
        .map(scenario -> Arguments.of(Named.of(scenario.id(), scenario)));
  }
}
