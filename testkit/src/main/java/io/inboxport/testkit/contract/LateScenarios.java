package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.Reconciliation.Outcome;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Network;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.reply.ReplyDraft;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Scenarios of a slow server: it executes a write after the caller has given up. */
final class LateScenarios {
  private static final Duration DELAY = Duration.ofSeconds(90);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static final List<Scenario> ONE_BY_ONE =
      List.of(
          scenario(
                  Operation.TIMELINE,
                  "late.entry-tells-when-it-was-executed",
                  "An entry that came later has the time of its execution, whenever it is looked at",
                  stage -> {
                    var id = quiet(stage);
                    var due = stage.backstage.now().plus(DELAY);
                    late(stage, WriteCase.REPLY, id);
                    stage.passes(DELAY.multipliedBy(3));
                    assertThat(stage.timeline(id))
                        .extracting(entry -> entry.created().orElseThrow())
                        .containsExactly(due);
                  })
              .needing(Operation.REPLY),
          scenario(
                  Operation.TIMELINE,
                  "late.order-is-that-of-the-execution",
                  "An entry that came later is newer than what came meanwhile",
                  stage -> {
                    var id = quiet(stage);
                    late(stage, WriteCase.ADD_NOTE, id);
                    stage.passes(DELAY.dividedBy(2));
                    stage.backstage.customerSays(id, "Meanwhile");
                    stage.passes(DELAY);
                    assertThat(stage.contents(id)).containsExactly("Escalated", "Meanwhile");
                  })
              .needing(Operation.ADD_NOTE),
          scenario(
                  Operation.REPLY,
                  "late.meets-what-is-so-by-then",
                  "A reply that is executed later does not go out if the item was closed meanwhile",
                  stage -> {
                    var id = quiet(stage);
                    late(stage, WriteCase.REPLY, id);
                    stage.inbox.close(id);
                    stage.passes(DELAY);
                    assertThat(stage.backstage.replies(id)).as("the replies").isEmpty();
                    assertThat(stage.backstage.timeline(id)).as("the timeline").isEmpty();
                  })
              .needing(Operation.SET_STATUS),
          scenario(
                  Operation.REPLY,
                  "late.second-of-two-equal-replies",
                  "Of two equal replies within a second, the first does not prove the second, which was lost",
                  stage -> {
                    var id = quiet(stage);
                    stage.passes(Duration.ofMillis(200));
                    stage.gateway.reply(id, ReplyDraft.of("On it!"));
                    stage.passes(Duration.ofMillis(300));
                    stage.backstage.inject(Operation.REPLY, Fault.lost(), 1);
                    var unknown = unknown(stage, WriteCase.REPLY, id);
                    var newest = stage.backstage.timeline(id).get(0);
                    stage.passes(Duration.ofMinutes(10));
                    assertThat(stage.inbox.reconcile(unknown).outcome())
                        .isEqualTo(Outcome.INCONCLUSIVE);
                    assertThat(stage.inbox.reconcile(unknown, newest.id()).outcome())
                        .as("knowing what was there before")
                        .isEqualTo(Outcome.NOT_DONE);
                  })
              .needing(WriteCase.REPLY.looks()));

  static final List<Scenario> ALL =
      Stream.of(
              WriteCase.each(LateScenarios::comesOnce),
              WriteCase.ALL.stream()
                  .filter(write -> write != WriteCase.CREATE_CASE)
                  .map(LateScenarios::lookingWaits)
                  .toList(),
              ONE_BY_ONE)
          .flatMap(List::stream)
          .toList();

  private LateScenarios() {}

  private static Scenario comesOnce(WriteCase write) {
    return scenario(
        write.operation(),
        "late." + write.slug() + "-comes-once",
        write.sentenceNoun()
            + " that is late is of unknown outcome, not there before its time, and there once after",
        stage -> {
          stage.backstage.addIntegration(ScenarioStage.INTEGRATION);
          var id = quiet(stage);
          late(stage, write, id);
          assertExecutions(stage, write, id, 0);
          stage.passes(DELAY.minus(SECOND));
          assertExecutions(stage, write, id, 0);
          stage.passes(SECOND);
          assertExecutions(stage, write, id, 1);
          stage.passes(DELAY);
          assertExecutions(stage, write, id, 1);
        });
  }

  private static Scenario lookingWaits(WriteCase write) {
    return scenario(
            write.operation(),
            "late." + write.slug() + "-is-looked-for-until-it-is-there",
            "Reconciling never denies " + write.noun() + " that is late, and finds it in the end",
            stage -> {
              var id = quiet(stage);
              var unknown = late(stage, write, id);
              var early = stage.inbox.reconcile(unknown);
              assertThat(early.outcome()).as("early").isEqualTo(Outcome.INCONCLUSIVE);
              assertThat(early.lookAgainAt()).as("the time to look again").isPresent();
              stage.passes(Duration.between(stage.backstage.now(), early.lookAgainAt().get()));
              var found = stage.inbox.reconcile(unknown);
              assertThat(found.outcome()).as(write + ": " + found).isEqualTo(Outcome.DONE);
            })
        .needing(write.proofs());
  }

  /** An item whose timeline is empty. */
  private static ConversationId quiet(ScenarioStage stage) {
    return stage.received(InboundItem.directMessage().on(Network.FACEBOOK));
  }

  private static OutcomeUnknown late(ScenarioStage stage, WriteCase write, ConversationId id) {
    stage.backstage.inject(write.operation(), Fault.executedLater(DELAY), 1);
    return unknown(stage, write, id);
  }

  private static OutcomeUnknown unknown(ScenarioStage stage, WriteCase write, ConversationId id) {
    return stage.fails(
        OutcomeUnknown.class, write.operation(), id, () -> write.perform(stage.gateway, id));
  }

  private static void assertExecutions(
      ScenarioStage stage, WriteCase write, ConversationId id, int times) {
    assertThat(write.executions(stage, id))
        .as("how often the server has executed " + write)
        .isEqualTo(times);
  }
}
