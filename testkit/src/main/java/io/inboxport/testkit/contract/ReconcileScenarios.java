package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.Reconciliation.Outcome;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.conversation.Network;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InboundItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Scenarios of looking later: what a gateway tells lets {@link io.inboxport.Inbox#reconcile} end
 * right.
 */
final class ReconcileScenarios {
  static final List<Scenario> ALL = all();

  private ReconcileScenarios() {}

  private static List<Scenario> all() {
    var all = new ArrayList<Scenario>();
    for (var write : WriteCase.ALL) {
      var name = write.slug();
      boolean tells = write != WriteCase.CREATE_CASE;
      all.add(
          scenario(
                  write.operation(),
                  "reconcile." + (tells ? "finds-" : "cannot-tell-of-") + name,
                  (tells ? "Reconciling finds " : "Reconciling cannot tell of ")
                      + write.noun()
                      + " that went through unheard",
                  stage ->
                      endsAs(
                          stage,
                          write,
                          Fault.unheard(),
                          tells ? Outcome.DONE : Outcome.INCONCLUSIVE))
              .needing(write.proofs()));
      if (tells) {
        all.add(
            scenario(
                    write.operation(),
                    "reconcile.misses-" + name,
                    "Reconciling finds no trace of " + write.noun() + " that was lost",
                    stage -> endsAs(stage, write, Fault.lost(), Outcome.NOT_DONE))
                .needing(write.looks()));
      }
    }
    return List.copyOf(all);
  }

  private static void endsAs(ScenarioStage stage, WriteCase write, Fault fault, Outcome outcome) {
    stage.backstage.addIntegration(ScenarioStage.INTEGRATION);
    // From before the attempt: a message since then might be the reply in other words.
    var received = stage.backstage.now().minus(Duration.ofMinutes(1));
    var id = stage.received(InboundItem.directMessage().on(Network.FACEBOOK).at(received));
    stage.backstage.inject(write.operation(), fault, 1);
    var unknown =
        stage.fails(
            OutcomeUnknown.class, write.operation(), id, () -> write.perform(stage.gateway, id));
    int executions = write.executions(stage, id);
    if (outcome == Outcome.NOT_DONE) {
      assertThat(stage.inbox.reconcile(unknown).lookAgainAt())
          .as("the time to look again, as it is too early to tell")
          .isPresent();
    }
    var found = stage.inbox.settlingFor(Duration.ZERO).reconcile(unknown);
    assertThat(found.outcome()).as(found.explanation()).isEqualTo(outcome);
    assertThat(write.executions(stage, id)).as("executions after looking").isEqualTo(executions);
  }
}
