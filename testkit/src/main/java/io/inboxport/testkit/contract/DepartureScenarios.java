package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.Operation;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Scenarios of writes that ask before they leave. */
final class DepartureScenarios {
  private static final List<Scenario> ONE_BY_ONE =
      List.of(
          scenario(
              Operation.ADD_NOTE,
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
              Operation.ADD_NOTE,
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

  static final List<Scenario> ALL =
      Stream.of(
              WriteCase.each(DepartureScenarios::refused),
              WriteCase.each(DepartureScenarios::allowed),
              ReadCase.each(DepartureScenarios::unasked),
              ONE_BY_ONE)
          .flatMap(List::stream)
          .toList();

  private DepartureScenarios() {}

  private static Scenario refused(WriteCase write) {
    return scenario(
        write.operation(),
        "departure." + write.slug() + "-does-nothing-if-refused",
        write.sentenceNoun() + " that may not leave ends as Unavailable and does nothing",
        stage -> {
          stage.backstage.addIntegration(ScenarioStage.INTEGRATION);
          var guarded = stage.gateway.leavingOnlyIf(() -> false);
          var id = stage.received();
          var refusal =
              stage.refuses(
                  Unavailable.class, write.operation(), id, () -> write.perform(guarded, id));
          assertThat(refusal.retryAt()).as("the time to try again").isEmpty();
        });
  }

  private static Scenario allowed(WriteCase write) {
    return scenario(
        write.operation(),
        "departure." + write.slug() + "-is-done-once-if-allowed",
        write.sentenceNoun() + " that may leave is asked and done once",
        stage -> {
          stage.backstage.addIntegration(ScenarioStage.INTEGRATION);
          var id = stage.received();
          var questions = new AtomicInteger();
          write.perform(stage.gateway.leavingOnlyIf(() -> questions.incrementAndGet() > 0), id);
          assertThat(questions).as("the questions of " + write).hasPositiveValue();
          assertThat(write.executions(stage, id))
              .as("how often the server executed " + write)
              .isEqualTo(1);
        });
  }

  private static Scenario unasked(ReadCase read) {
    return scenario(
        read.operation(),
        "departure." + read.slug() + "-is-not-asked",
        "A call for " + read.noun() + " is made without a question if it may leave",
        stage -> {
          var id = stage.received();
          var questions = new AtomicInteger();
          read.perform(stage.gateway.leavingOnlyIf(() -> questions.incrementAndGet() < 0), id);
          assertThat(questions).as("the questions of reads").hasValue(0);
        });
  }
}
