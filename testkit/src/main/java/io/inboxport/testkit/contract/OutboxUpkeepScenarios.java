package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.OutboxScenarioStage.PARCEL;
import static io.inboxport.testkit.contract.OutboxScenarioStage.REFUND;
import static io.inboxport.testkit.contract.OutboxScenarioStage.content;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** Listing entries, and removing those whose fate is final. */
final class OutboxUpkeepScenarios {
  private static final Duration DAY = Duration.ofDays(1);

  static final List<OutboxScenario> ALL =
      List.of(
          new OutboxScenario(
              "A list holds the entries in the states asked for, and no other ones",
              stage -> {
                for (var state : OutboxState.values()) {
                  stage.adds(state.name(), state);
                }

                for (var state : OutboxState.values()) {
                  assertThat(stage.listed(EnumSet.of(state), 10)).containsExactly(state.name());
                }
                assertThat(stage.listed(EnumSet.of(OutboxState.IN_DOUBT, OutboxState.PLANNED), 10))
                    .containsExactlyInAnyOrder("PLANNED", "IN_DOUBT");
              }),
          new OutboxScenario(
              "A list begins with the entry that was made first, whatever happened to it since",
              stage -> {
                for (var key : List.of("c", "a", "d", "b")) {
                  stage.plans(key, PARCEL);
                }
                stage.becomes("a", OutboxState.DONE);
                stage.becomes("c", OutboxState.NOT_SENT);

                assertThat(stage.all()).containsExactly("c", "a", "d", "b");
              }),
          new OutboxScenario(
              "A list has no more entries than asked for, the oldest ones",
              stage -> {
                for (var key : List.of("a", "b", "c")) {
                  stage.plans(key, PARCEL);
                }

                var planned = EnumSet.of(OutboxState.PLANNED);
                assertThat(stage.listed(planned, 1)).containsExactly("a");
                assertThat(stage.listed(planned, 2)).containsExactly("a", "b");
                assertThat(stage.listed(planned, 4)).containsExactly("a", "b", "c");
                assertThat(stage.listed(planned, Integer.MAX_VALUE)).hasSize(3);
                assertThat(stage.listed(EnumSet.of(OutboxState.DONE), 3)).isEmpty();
              }),
          new OutboxScenario(
              "A list tells of each entry what finding it tells",
              stage -> {
                stage.plans("answer-1", PARCEL);
                stage.adds("answer-2", OutboxState.DONE);
                assertThat(stage.takesPlanned("worker-1")).contains("answer-1");

                var list = stage.store.list(EnumSet.allOf(OutboxState.class), 10);

                OutboxScenarioStage.areEqual(list.get(0), stage.entry("answer-1"));
                OutboxScenarioStage.areEqual(list.get(1), stage.entry("answer-2"));
              }),
          new OutboxScenario(
              "An entry whose fate is final is removed, and its key is free again",
              stage -> {
                for (var state : List.of(OutboxState.DONE, OutboxState.REFUSED)) {
                  var key = OutboxKey.of(state.name());
                  stage.adds(state.name(), state);

                  assertThat(stage.store.remove(key)).isTrue();

                  assertThat(stage.other.find(key)).isEmpty();
                  assertThat(stage.store.remove(key)).isFalse();
                  assertThat(
                          stage.store.add(
                              key, content(state.name(), REFUND), OutboxChange.planned()))
                      .isTrue();
                }
              }),
          new OutboxScenario(
              "An entry whose fate is open is never removed",
              stage -> {
                for (var state : open()) {
                  stage.adds(state.name(), state);
                  assertThat(stage.store.remove(OutboxKey.of(state.name()))).isFalse();
                }
                stage.passes(DAY);

                assertThat(stage.store.removeFinal(Duration.ZERO)).isZero();
                assertThat(stage.all()).hasSize(open().size());
              }),
          new OutboxScenario(
              "Removing one entry leaves the others",
              stage -> {
                stage.adds("answer-1", OutboxState.DONE);
                stage.adds("answer-2", OutboxState.DONE);

                assertThat(stage.store.remove(OutboxKey.of("answer-1"))).isTrue();
                assertThat(stage.store.remove(OutboxKey.of("ANSWER-2"))).isFalse();

                assertThat(stage.all()).containsExactly("answer-2");
              }),
          new OutboxScenario(
              "Entries are removed after so long a time in a final state, and are counted",
              stage -> {
                stage.plans("late", PARCEL);
                stage.adds("done", OutboxState.DONE);
                stage.adds("refused", OutboxState.REFUSED);
                stage.passes(DAY);
                stage.becomes("late", OutboxState.DONE);
                assertThat(stage.store.removeFinal(DAY.plusHours(1))).isZero();

                assertThat(stage.store.removeFinal(DAY.minusHours(1))).isEqualTo(2);
                assertThat(stage.all()).containsExactly("late");

                assertThat(stage.store.removeFinal(Duration.ZERO)).isEqualTo(1);
                assertThat(stage.store.removeFinal(Duration.ZERO)).isZero();
                assertThat(stage.all()).isEmpty();
              }));

  private OutboxUpkeepScenarios() {}

  private static List<OutboxState> open() {
    return List.of(
        OutboxState.PLANNED, OutboxState.SENDING, OutboxState.NOT_SENT, OutboxState.IN_DOUBT);
  }
}
