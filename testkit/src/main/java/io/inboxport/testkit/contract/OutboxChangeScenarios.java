package io.inboxport.testkit.contract;

import static io.inboxport.outbox.OutboxCondition.anyhow;
import static io.inboxport.outbox.OutboxCondition.free;
import static io.inboxport.outbox.OutboxCondition.heldBy;
import static io.inboxport.testkit.contract.OutboxScenarioStage.HOLD;
import static io.inboxport.testkit.contract.OutboxScenarioStage.LATER;
import static io.inboxport.testkit.contract.OutboxScenarioStage.PARCEL;
import static io.inboxport.testkit.contract.OutboxScenarioStage.content;
import static io.inboxport.testkit.contract.OutboxScenarioStage.held;
import static io.inboxport.testkit.contract.OutboxScenarioStage.isAbout;
import static io.inboxport.testkit.contract.OutboxScenarioStage.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxChange.Mark;
import io.inboxport.outbox.OutboxCondition;
import io.inboxport.outbox.OutboxState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Changing entries, if a condition holds. */
final class OutboxChangeScenarios {
  static final List<OutboxScenario> ALL =
      List.of(
          new OutboxScenario(
              "A key without an entry is not changed",
              stage -> {
                stage.adds("answer-2", OutboxState.PLANNED);

                assertThat(stage.changes("answer-1", anyhow(OutboxState.PLANNED), done()))
                    .isFalse();

                assertThat(stage.entry("answer-2").state()).isEqualTo(OutboxState.PLANNED);
              }),
          new OutboxScenario(
              "An entry leads from each state to each other one, if it is in the state asked for",
              stage -> {
                for (var from : OutboxState.values()) {
                  for (var to : OutboxState.values()) {
                    var key = from + "-" + to;
                    stage.adds(key, from);
                    assertThat(stage.changes(key, anyhow(from), to(to))).as(key).isTrue();
                    assertThat(stage.entry(key).state()).as(key).isEqualTo(to);
                  }
                }
              }),
          new OutboxScenario(
              "An entry in another state than the one asked for stays as it is",
              stage -> {
                for (var state : OutboxState.values()) {
                  stage.adds(state.name(), state);
                  for (var asked : OutboxState.values()) {
                    if (asked != state) {
                      stays(stage, state.name(), anyhow(asked));
                      stays(stage, state.name(), free(asked));
                    }
                  }
                }
              }),
          new OutboxScenario(
              "A free entry is one that has no holder",
              stage -> {
                stage.adds("answer-1", OutboxState.NOT_SENT);

                assertThat(stage.changes("answer-1", free(OutboxState.NOT_SENT), done())).isTrue();
              }),
          new OutboxScenario(
              "An entry that a worker holds is not free until the time of the hold is over",
              stage -> {
                stage.adds("answer-1", PARCEL, held(OutboxState.SENDING, "worker-1"));
                stays(stage, "answer-1", free(OutboxState.SENDING));
                stage.passes(HOLD.minusMinutes(1));
                stays(stage, "answer-1", free(OutboxState.SENDING));

                stage.passes(Duration.ofMinutes(2));

                assertThat(stage.changes("answer-1", free(OutboxState.SENDING), done())).isTrue();
              }),
          new OutboxScenario(
              "The worker that holds an entry changes it, however late it is",
              stage -> {
                stage.adds("answer-1", PARCEL, held(OutboxState.SENDING, "worker-1"));
                stage.passes(LATER);

                assertThat(
                        stage.changes("answer-1", heldBy("worker-1", OutboxState.SENDING), done()))
                    .isTrue();
              }),
          new OutboxScenario(
              "Another worker than the one that holds an entry does not change it as its holder",
              stage -> {
                stage.adds("answer-1", PARCEL, held(OutboxState.SENDING, "worker-1"));
                stays(stage, "answer-1", heldBy("worker-2", OutboxState.SENDING));
                stays(stage, "answer-1", heldBy("worker-1", OutboxState.PLANNED));
                stage.passes(LATER);
                stays(stage, "answer-1", heldBy("worker-2", OutboxState.SENDING));

                stage.adds("answer-2", OutboxState.SENDING);
                stays(stage, "answer-2", heldBy("worker-1", OutboxState.SENDING));
              }),
          new OutboxScenario(
              "A condition without a rule for the hold is met by an entry that a worker holds",
              stage -> {
                stage.adds("answer-1", PARCEL, held(OutboxState.SENDING, "worker-1"));

                assertThat(stage.changes("answer-1", anyhow(OutboxState.SENDING), done())).isTrue();
              }),
          new OutboxScenario(
              "A change gives the entry to a worker, for so long from now",
              stage -> {
                stage.adds("answer-1", OutboxState.IN_DOUBT);
                stage.passes(LATER);

                stage.becomes("answer-1", held(OutboxState.IN_DOUBT, "worker-1"));

                var entry = stage.entry("answer-1");
                var hold = Objects.requireNonNull(entry.hold());
                assertThat(hold.holder()).isEqualTo("worker-1");
                isAbout(hold.until(), entry.readAt().plus(HOLD));
                assertThat(entry.isHeld()).isTrue();
              }),
          new OutboxScenario(
              "A change without a holder frees the entry at once",
              stage -> {
                stage.adds("answer-1", PARCEL, held(OutboxState.SENDING, "worker-1"));

                stage.becomes("answer-1", OutboxState.IN_DOUBT);

                assertThat(stage.entry("answer-1").hold()).isNull();
                assertThat(stage.changes("answer-1", free(OutboxState.IN_DOUBT), done())).isTrue();
              }),
          new OutboxScenario(
              "A change replaces the note and the time at which the turn comes",
              stage -> {
                stage.plans("answer-1", PARCEL);
                stage.passes(LATER);

                stage.becomes(
                    "answer-1",
                    new OutboxChange(
                        OutboxState.IN_DOUBT,
                        null,
                        Duration.ZERO,
                        LATER,
                        Mark.NONE,
                        null,
                        "No answer."));
                var looked = stage.entry("answer-1");
                assertThat(looked.note()).isEqualTo("No answer.");
                isAbout(looked.dueAt(), looked.readAt().plus(LATER));

                stage.becomes("answer-1", OutboxState.IN_DOUBT);
                assertThat(stage.entry("answer-1").note()).isEmpty();
                assertThat(stage.entry("answer-1").dueAt()).isNull();
              }),
          new OutboxScenario(
              "A change to a final state deletes the write and keeps the rest",
              stage -> {
                for (var state : List.of(OutboxState.DONE, OutboxState.REFUSED)) {
                  var key = state.name();
                  stage.adds(key, OutboxState.SENDING);
                  var before = stage.entry(key);

                  stage.becomes(key, state);

                  var after = stage.entry(key);
                  assertThat(after.content()).isEqualTo(content(key, PARCEL).wiped());
                  assertThat(after.write()).isEmpty();
                  assertThat(after.createdAt()).isEqualTo(before.createdAt());
                }
              }),
          new OutboxScenario(
              "A change to another state keeps the write",
              stage -> {
                stage.plans("answer-1", PARCEL);
                for (var state :
                    List.of(
                        OutboxState.SENDING,
                        OutboxState.IN_DOUBT,
                        OutboxState.NOT_SENT,
                        OutboxState.PLANNED)) {
                  stage.becomes("answer-1", state);
                  assertThat(stage.entry("answer-1").content())
                      .isEqualTo(content("answer-1", PARCEL));
                }
              }),
          new OutboxScenario(
              "A change touches no other entry",
              stage -> {
                stage.plans("answer-1", PARCEL);
                stage.plans("answer-2", PARCEL);
                var before = stage.entry("answer-2");

                stage.becomes("answer-1", OutboxState.DONE);

                OutboxScenarioStage.areEqual(stage.entry("answer-2"), before);
              }));

  private OutboxChangeScenarios() {}

  private static OutboxChange done() {
    return to(OutboxState.DONE);
  }

  private static void stays(OutboxScenarioStage stage, String key, OutboxCondition condition) {
    var before = stage.entry(key);
    assertThat(stage.changes(key, condition, held(OutboxState.DONE, "stranger")))
        .as(before.state() + " meets " + condition)
        .isFalse();
    OutboxScenarioStage.areEqual(stage.entry(key), before);
  }
}
