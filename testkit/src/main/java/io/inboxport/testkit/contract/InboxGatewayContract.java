package io.inboxport.testkit.contract;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract of {@link io.inboxport.port.InboxGateway} as a JUnit 5 class: extend it, give it a
 * fresh subject each time it asks, and every {@link Scenario} is a test. Lifecycle methods of the
 * subclass run around each scenario.
 */
public abstract class InboxGatewayContract {
  /** A subject that no scenario has used; what needs closing afterwards is up to the subclass. */
  protected abstract ContractSubject freshSubject();

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  final void keeps_the_contract(Scenario scenario) {
    scenario.run(freshSubject());
  }

  static List<Scenario> scenarios() {
    return ScenarioCatalog.all();
  }
}
