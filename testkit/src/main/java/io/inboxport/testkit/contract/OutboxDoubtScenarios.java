package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.OutboxScenarioStage.HOLD;
import static io.inboxport.testkit.contract.OutboxScenarioStage.LATER;
import static io.inboxport.testkit.contract.OutboxScenarioStage.PARCEL;
import static io.inboxport.testkit.contract.OutboxScenarioStage.change;
import static io.inboxport.testkit.contract.OutboxScenarioStage.dueAfter;
import static io.inboxport.testkit.contract.OutboxScenarioStage.isAbout;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.outbox.OutboxChange.Mark;
import io.inboxport.outbox.OutboxState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Taking entries whose fate has to be looked up. */
final class OutboxDoubtScenarios {
  static final List<OutboxScenario> ALL =
      List.of(
          new OutboxScenario(
              "An outbox hands out no entry to look up that is neither sending nor in doubt",
              stage -> {
                assertThat(stage.takesDoubtful("worker-1")).isEmpty();
                for (var state :
                    List.of(
                        OutboxState.PLANNED,
                        OutboxState.NOT_SENT,
                        OutboxState.DONE,
                        OutboxState.REFUSED)) {
                  stage.adds(state.name(), PARCEL, dueAfter(state, Duration.ZERO));
                }

                assertThat(stage.takesDoubtful("worker-1")).isEmpty();
              }),
          new OutboxScenario(
              "An entry to look up is handed out as it is, and is held from then on",
              stage -> {
                stage.adds(
                    "answer-1", PARCEL, change(OutboxState.SENDING, "sender", LATER, Mark.BEGIN));
                var before = stage.entry("answer-1");
                stage.passes(LATER.plusMinutes(1));

                var taken = stage.store.takeDoubtful("worker-1", HOLD).orElseThrow();

                OutboxScenarioStage.areEqual(taken, stage.entry("answer-1"));
                var hold = Objects.requireNonNull(taken.hold());
                assertThat(hold.holder()).isEqualTo("worker-1");
                isAbout(hold.until(), taken.readAt().plus(HOLD));
                isAbout(taken.readAt(), before.readAt().plus(LATER.plusMinutes(1)));
                assertThat(taken.state()).isEqualTo(OutboxState.SENDING);
                assertThat(taken.lastAttempt()).isEqualTo(before.lastAttempt());
                assertThat(taken.write()).isEqualTo(before.write());
              }),
          new OutboxScenario(
              "An entry is not looked up before it is due, and never without such a time",
              stage -> {
                stage.adds("answer-1", PARCEL, dueAfter(OutboxState.SENDING, LATER));
                stage.adds("answer-2", OutboxState.IN_DOUBT);
                assertThat(stage.takesDoubtful("worker-1")).isEmpty();

                stage.passes(LATER.plusMinutes(1));

                assertThat(stage.takesDoubtful("worker-1")).contains("answer-1");
                stage.becomes("answer-1", OutboxState.DONE);
                assertThat(stage.takesDoubtful("worker-1")).isEmpty();
              }),
          new OutboxScenario(
              "The oldest entry is looked up first, whenever it became due",
              stage -> {
                stage.adds("answer-1", PARCEL, dueAfter(OutboxState.SENDING, LATER));
                stage.addsDoubtful("answer-2");
                stage.adds("answer-3", PARCEL, dueAfter(OutboxState.SENDING, Duration.ZERO));
                stage.passes(LATER.plusMinutes(1));

                for (var key : List.of("answer-1", "answer-2", "answer-3")) {
                  assertThat(stage.takesDoubtful("worker-1")).contains(key);
                  stage.becomes(key, OutboxState.IN_DOUBT);
                }
              }),
          new OutboxScenario(
              "While one worker looks at an entry, no other worker gets any",
              stage -> {
                stage.addsDoubtful("answer-1");
                stage.addsDoubtful("answer-2");
                assertThat(stage.takesDoubtful("worker-1")).contains("answer-1");

                assertThat(stage.takesDoubtful("worker-1")).isEmpty();
                stage.passes(HOLD.minusMinutes(1));
                assertThat(stage.other.takeDoubtful("worker-2", HOLD)).isEmpty();
              }),
          new OutboxScenario(
              "A worker that looks at a later entry stops the others as well",
              stage -> {
                stage.adds(
                    "answer-1", PARCEL, dueAfter(OutboxState.SENDING, Duration.ofMinutes(2)));
                stage.addsDoubtful("answer-2");
                assertThat(stage.takesDoubtful("worker-1")).contains("answer-2");

                stage.passes(Duration.ofMinutes(3));

                assertThat(stage.takesDoubtful("worker-2")).isEmpty();
              }),
          new OutboxScenario(
              "A look that took too long is given up, and its entry is handed out again",
              stage -> {
                stage.addsDoubtful("answer-1");
                stage.addsDoubtful("answer-2");
                assertThat(stage.takesDoubtful("worker-1")).contains("answer-1");

                stage.passes(HOLD.plusMinutes(1));

                assertThat(stage.takesDoubtful("worker-2")).contains("answer-1");
              }),
          new OutboxScenario(
              "A look that is over lets the next one begin",
              stage -> {
                stage.addsDoubtful("answer-1");
                stage.addsDoubtful("answer-2");
                assertThat(stage.takesDoubtful("worker-1")).contains("answer-1");

                stage.becomes("answer-1", dueAfter(OutboxState.IN_DOUBT, LATER));

                assertThat(stage.takesDoubtful("worker-2")).contains("answer-2");
              }),
          new OutboxScenario(
              "A write that is leaving now stops no look",
              stage -> {
                stage.adds(
                    "answer-1", PARCEL, change(OutboxState.SENDING, "sender", LATER, Mark.BEGIN));
                stage.plans("answer-2", "eit2");
                assertThat(stage.takesPlanned("worker-1")).contains("answer-2");
                stage.addsDoubtful("answer-3");

                assertThat(stage.takesDoubtful("worker-2")).contains("answer-3");
              }),
          new OutboxScenario(
              "A look stops no planned entry of another conversation",
              stage -> {
                stage.addsDoubtful("answer-1");
                stage.plans("answer-2", "eit2");
                assertThat(stage.takesDoubtful("worker-1")).contains("answer-1");

                assertThat(stage.takesPlanned("worker-2")).contains("answer-2");
              }));

  private OutboxDoubtScenarios() {}
}
