package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.OutboxScenarioStage.HOLD;
import static io.inboxport.testkit.contract.OutboxScenarioStage.LATER;
import static io.inboxport.testkit.contract.OutboxScenarioStage.PARCEL;
import static io.inboxport.testkit.contract.OutboxScenarioStage.REFUND;
import static io.inboxport.testkit.contract.OutboxScenarioStage.dueAfter;
import static io.inboxport.testkit.contract.OutboxScenarioStage.held;
import static io.inboxport.testkit.contract.OutboxScenarioStage.isAbout;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxHold;
import io.inboxport.outbox.OutboxState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Taking planned entries, in the lines of their conversations. */
final class OutboxLineScenarios {
  static final List<OutboxScenario> ALL =
      List.of(
          new OutboxScenario(
              "An outbox without planned entries hands none out",
              stage -> {
                assertThat(stage.takesPlanned("worker-1")).isEmpty();
                for (var state : OutboxState.values()) {
                  if (state != OutboxState.PLANNED) {
                    stage.adds(state.name(), PARCEL, dueAfter(state, Duration.ZERO));
                  }
                }

                assertThat(stage.takesPlanned("worker-1")).isEmpty();
              }),
          new OutboxScenario(
              "A planned entry is handed out with its write, and is held from then on",
              stage -> {
                stage.plans("answer-1", PARCEL);
                var before = stage.entry("answer-1");
                stage.passes(Duration.ofMinutes(1));

                var taken = stage.store.takePlanned("worker-1", HOLD).orElseThrow();

                OutboxScenarioStage.areEqual(taken, stage.entry("answer-1"));
                assertThat(taken.isHeld()).isTrue();
                var hold = Objects.requireNonNull(taken.hold());
                assertThat(hold.holder()).isEqualTo("worker-1");
                isAbout(hold.until(), taken.readAt().plus(HOLD));
                assertThat(taken.state()).isEqualTo(OutboxState.PLANNED);
                assertThat(taken.write()).isEqualTo(before.write());
                assertThat(taken.dueAt()).isEqualTo(before.dueAt());
                assertThat(taken.attempts()).isZero();
              }),
          new OutboxScenario(
              "No other worker gets an entry until the time of the hold is over",
              stage -> {
                stage.plans("answer-1", PARCEL);
                assertThat(stage.takesPlanned("worker-1")).contains("answer-1");
                stage.passes(HOLD.minusMinutes(1));
                assertThat(stage.other.takePlanned("worker-2", HOLD)).isEmpty();
                assertThat(stage.takesPlanned("worker-1")).isEmpty();

                stage.passes(Duration.ofMinutes(2));

                assertThat(stage.other.takePlanned("worker-2", HOLD)).isPresent();
                assertThat(stage.entry("answer-1").hold())
                    .extracting(OutboxHold::holder)
                    .isEqualTo("worker-2");
              }),
          new OutboxScenario(
              "An entry that its worker let go is handed out again",
              stage -> {
                stage.plans("answer-1", PARCEL);
                assertThat(stage.takesPlanned("worker-1")).contains("answer-1");

                stage.becomes("answer-1", OutboxChange.planned());

                assertThat(stage.takesPlanned("worker-2")).contains("answer-1");
              }),
          new OutboxScenario(
              "An entry is not handed out before it is due, and never without such a time",
              stage -> {
                stage.adds("answer-1", PARCEL, dueAfter(OutboxState.PLANNED, LATER));
                stage.adds("answer-2", REFUND, OutboxScenarioStage.to(OutboxState.PLANNED));
                assertThat(stage.takesPlanned("worker-1")).isEmpty();

                stage.passes(LATER.plusMinutes(1));

                assertThat(stage.takesPlanned("worker-1")).contains("answer-1");
                assertThat(stage.takesPlanned("worker-1")).isEmpty();
              }),
          new OutboxScenario(
              "The oldest entry comes first, whenever it became due",
              stage -> {
                stage.adds("answer-1", "eit3", dueAfter(OutboxState.PLANNED, LATER));
                stage.plans("answer-2", "eit2");
                stage.plans("answer-3", "eit1");
                stage.passes(LATER.plusMinutes(1));

                assertThat(stage.takesPlanned("worker-1")).contains("answer-1");
                assertThat(stage.takesPlanned("worker-2")).contains("answer-2");
                assertThat(stage.takesPlanned("worker-3")).contains("answer-3");
                assertThat(stage.takesPlanned("worker-4")).isEmpty();
              }),
          new OutboxScenario(
              "An entry waits for those before it in its conversation, and for no other one",
              stage -> {
                stage.plans("parcel-1", PARCEL);
                stage.plans("parcel-2", PARCEL);
                stage.plans("refund-1", REFUND);

                assertThat(stage.takesPlanned("worker-1")).contains("parcel-1");
                assertThat(stage.takesPlanned("worker-2")).contains("refund-1");
                assertThat(stage.takesPlanned("worker-3")).isEmpty();
              }),
          new OutboxScenario(
              "An entry that is not due stops those behind it",
              stage -> {
                stage.adds("parcel-1", PARCEL, dueAfter(OutboxState.PLANNED, LATER));
                stage.plans("parcel-2", PARCEL);

                assertThat(stage.takesPlanned("worker-1")).isEmpty();
              }),
          new OutboxScenario(
              "An entry that is sending, not sent or in doubt stops those behind it",
              stage -> {
                stage.plans("parcel-1", PARCEL);
                stage.plans("parcel-2", PARCEL);
                for (var state :
                    List.of(OutboxState.SENDING, OutboxState.NOT_SENT, OutboxState.IN_DOUBT)) {
                  stage.becomes("parcel-1", state);
                  assertThat(stage.takesPlanned("worker-1")).as(state.words()).isEmpty();
                }
              }),
          new OutboxScenario(
              "An entry whose fate is final lets the next one through",
              stage -> {
                stage.plans("parcel-1", PARCEL);
                stage.plans("parcel-2", PARCEL);
                stage.plans("parcel-3", PARCEL);

                stage.becomes("parcel-1", OutboxState.DONE);
                assertThat(stage.takesPlanned("worker-1")).contains("parcel-2");
                stage.becomes("parcel-2", OutboxState.REFUSED);
                assertThat(stage.takesPlanned("worker-1")).contains("parcel-3");
              }),
          new OutboxScenario(
              "An entry that is planned again keeps its place before the later ones",
              stage -> {
                stage.plans("parcel-1", PARCEL);
                stage.plans("parcel-2", PARCEL);
                assertThat(stage.takesPlanned("worker-1")).contains("parcel-1");
                stage.becomes("parcel-1", OutboxState.NOT_SENT);

                stage.becomes("parcel-1", OutboxChange.planned());

                assertThat(stage.takesPlanned("worker-1")).contains("parcel-1");
              }),
          new OutboxScenario(
              "An entry that was never planned has no place in the line, and stops no other one",
              stage -> {
                for (var state : OutboxState.values()) {
                  if (state != OutboxState.PLANNED) {
                    stage.adds(state.name(), state);
                  }
                }
                stage.plans("parcel-1", PARCEL);

                assertThat(stage.takesPlanned("worker-1")).contains("parcel-1");
              }),
          new OutboxScenario(
              "An entry gets its place when it is planned, and keeps it when it leaves",
              stage -> {
                stage.adds("parcel-1", OutboxState.NOT_SENT);
                stage.plans("parcel-2", PARCEL);

                stage.becomes("parcel-1", OutboxChange.planned());
                assertThat(stage.takesPlanned("worker-1")).contains("parcel-1");
                stage.becomes("parcel-1", held(OutboxState.SENDING, "worker-1"));

                assertThat(stage.takesPlanned("worker-2")).isEmpty();
              }),
          new OutboxScenario(
              "Conversations whose ids differ in case alone have lines of their own",
              stage -> {
                stage.plans("parcel-1", "eit00000000000a");
                stage.plans("refund-1", "eit00000000000A");

                assertThat(stage.takesPlanned("worker-1")).contains("parcel-1");
                assertThat(stage.takesPlanned("worker-2")).contains("refund-1");
              }));

  private OutboxLineScenarios() {}
}
