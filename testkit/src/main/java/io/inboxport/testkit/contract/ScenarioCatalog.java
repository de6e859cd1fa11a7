package io.inboxport.testkit.contract;

import io.inboxport.call.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Catalog of the scenarios: the whole contract, in the order of docs/fidelity.md. */
public final class ScenarioCatalog {
  private static final List<Scenario> ALL =
      Stream.of(
              ListScenarios.ALL,
              GetScenarios.ALL,
              StatusScenarios.ALL,
              TimelineScenarios.ALL,
              AssignScenarios.ALL,
              NoteScenarios.ALL,
              TagScenarios.ALL,
              ReplyScenarios.ALL,
              ReplyTableScenarios.ALL,
              CaseScenarios.ALL,
              IdentityScenarios.ALL,
              IdScenarios.ALL,
              TextScenarios.ALL,
              FaultScenarios.ALL,
              ReconcileScenarios.ALL,
              LateScenarios.ALL,
              TreatmentScenarios.ALL,
              OtherHandScenarios.ALL,
              DepartureScenarios.ALL,
              CallerScenarios.ALL)
          .flatMap(List::stream)
          .toList();

  private ScenarioCatalog() {}

  /** Returns every scenario of the contract. */
  public static List<Scenario> all() {
    return ALL;
  }

  /** Returns the scenarios of this operation. */
  public static List<Scenario> of(Operation operation) {
    return ALL.stream().filter(s -> s.operation().equals(Optional.of(operation))).toList();
  }
}
