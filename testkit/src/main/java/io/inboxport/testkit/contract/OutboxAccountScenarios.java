package io.inboxport.testkit.contract;

import static io.inboxport.outbox.OutboxCondition.anyhow;
import static io.inboxport.testkit.contract.OutboxScenarioStage.PARCEL;
import static io.inboxport.testkit.contract.OutboxScenarioStage.REFUND;
import static io.inboxport.testkit.contract.OutboxScenarioStage.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import java.time.Duration;
import java.util.List;

/** Two accounts, whose entries have nothing to do with each other. */
final class OutboxAccountScenarios {
  static final List<OutboxScenario> ALL =
      List.of(
          new OutboxScenario(
              "Two accounts may use the same key for two writes",
              stage -> {
                var account = stage.otherAccount();
                stage.plans("answer-1", PARCEL);

                assertThat(account.store.find(OutboxKey.of("answer-1"))).isEmpty();
                account.plans("answer-1", REFUND);

                assertThat(stage.entry("answer-1").conversation().value()).isEqualTo(PARCEL);
                assertThat(account.entry("answer-1").conversation().value()).isEqualTo(REFUND);
                assertThat(stage.all()).hasSize(1);
              }),
          new OutboxScenario(
              "A step of one account is none of another",
              stage -> {
                var account = stage.otherAccount();
                stage.plans("answer-1", PARCEL);
                account.adds("answer-2", OutboxState.DONE);

                assertThat(account.changes("answer-1", anyhow(OutboxState.PLANNED), done()))
                    .isFalse();
                assertThat(stage.store.remove(OutboxKey.of("answer-2"))).isFalse();
                assertThat(stage.store.removeFinal(Duration.ZERO)).isZero();

                assertThat(stage.all()).containsExactly("answer-1");
                assertThat(account.all()).containsExactly("answer-2");
              }),
          new OutboxScenario(
              "The lines of two accounts do not stop each other",
              stage -> {
                var account = stage.otherAccount();
                stage.plans("answer-1", PARCEL);
                account.plans("answer-2", PARCEL);

                assertThat(account.takesPlanned("worker-1")).contains("answer-2");
                assertThat(account.takesPlanned("worker-2")).isEmpty();
                assertThat(stage.takesPlanned("worker-3")).contains("answer-1");
              }),
          new OutboxScenario(
              "The looks of two accounts do not stop each other",
              stage -> {
                var account = stage.otherAccount();
                stage.addsDoubtful("answer-1");
                account.addsDoubtful("answer-2");

                assertThat(account.takesDoubtful("worker-1")).contains("answer-2");
                assertThat(account.takesDoubtful("worker-2")).isEmpty();
                assertThat(stage.takesDoubtful("worker-3")).contains("answer-1");
              }));

  private OutboxAccountScenarios() {}

  private static OutboxChange done() {
    return to(OutboxState.DONE);
  }
}
