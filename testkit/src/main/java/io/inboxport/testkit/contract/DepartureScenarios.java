package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException.Unavailable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Scenarios of writes that ask before they leave. */
final class DepartureScenarios {
  static final List<Scenario> ALL =
      List.of(
          scenario(
              "departure.refused-write-does-nothing",
              "A write that may not leave ends as Unavailable and does nothing",
              stage -> {
                stage.backstage.addIntegration(ScenarioStage.INTEGRATION);
                var guarded = stage.gateway.leavingOnlyIf(() -> false);
                for (var write : WriteCase.ALL) {
                  var id = stage.received();
                  var refusal =
                      stage.refuses(
                          Unavailable.class,
                          write.operation(),
                          id,
                          () -> write.perform(guarded, id));
                  assertThat(refusal.retryAt()).as("the time to try again").isEmpty();
                }
              }),
          scenario(
              "departure.allowed-write-is-done-once",
              "A write that may leave is asked and done once",
              stage -> {
                stage.backstage.addIntegration(ScenarioStage.INTEGRATION);
                for (var write : WriteCase.ALL) {
                  var id = stage.received();
                  var questions = new AtomicInteger();
                  write.perform(
                      stage.gateway.leavingOnlyIf(() -> questions.incrementAndGet() > 0), id);
                  assertThat(questions).as("the questions of " + write).hasPositiveValue();
                  assertThat(write.executions(stage, id))
                      .as("how often the server executed " + write)
                      .isEqualTo(1);
                }
              }),
          scenario(
              "departure.read-is-not-asked",
              "A read is made without a question if it may leave",
              stage -> {
                var id = stage.received();
                var questions = new AtomicInteger();
                var guarded = stage.gateway.leavingOnlyIf(() -> questions.incrementAndGet() < 0);
                for (var read : ReadCase.ALL) {
                  read.perform(guarded, id);
                }
                assertThat(guarded.get(id)).isEqualTo(stage.gateway.get(id));
                assertThat(questions).as("the questions of reads").hasValue(0);
              }),
          scenario(
              "departure.others-are-not-asked",
              "The writes of the gateway itself leave without a question",
              stage -> {
                var id = stage.received();
                var guarded = stage.gateway.leavingOnlyIf(() -> false);
                stage.gateway.addNote(id, "Escalated");
                assertThat(stage.noted(id)).containsExactly("Escalated");
                assertThat(guarded.clock().instant())
                    .as("the time on the clock of the gateway that asks")
                    .isEqualTo(stage.gateway.clock().instant());
              }),
          scenario(
              "departure.closing-ends-nothing",
              "Closing a gateway that asks leaves it and the one behind it open",
              stage -> {
                var id = stage.received();
                var guarded = stage.gateway.leavingOnlyIf(() -> true);
                guarded.close();
                guarded.close();
                guarded.addNote(id, "Escalated");
                stage.gateway.addNote(id, "Yours");
                assertThat(stage.noted(id)).containsExactlyInAnyOrder("Escalated", "Yours");
              }));

  private DepartureScenarios() {}
}
