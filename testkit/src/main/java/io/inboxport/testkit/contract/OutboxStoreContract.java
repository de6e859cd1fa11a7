package io.inboxport.testkit.contract;

import io.inboxport.testkit.crash.OutboxStage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract of {@link io.inboxport.outbox.OutboxStore} as a JUnit 5 class: extend it, and give
 * it a fresh stage each time it asks. A stage is the data of one account; each store that it opens
 * is that of another process. Two stages are two accounts, which may share whatever holds the data.
 * Lifecycle methods of the subclass run around each scenario.
 *
 * <p>Times are compared within half a minute, so that a store may go by a real clock.
 */
public abstract class OutboxStoreContract {
  /** An account without entries; what needs closing afterwards is up to the subclass. */
  protected abstract OutboxStage freshStage();

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  @Timeout(120)
  final void keeps_the_contract(OutboxScenario scenario) throws Exception {
    scenario.run(this::freshStage);
  }

  static List<OutboxScenario> scenarios() {
    return Stream.of(
            OutboxEntryScenarios.ALL,
            OutboxChangeScenarios.ALL,
            OutboxAttemptScenarios.ALL,
            OutboxLineScenarios.ALL,
            OutboxDoubtScenarios.ALL,
            OutboxUpkeepScenarios.ALL,
            OutboxAccountScenarios.ALL,
            OutboxRaceScenarios.ALL)
        .flatMap(List::stream)
        .toList();
  }
}
