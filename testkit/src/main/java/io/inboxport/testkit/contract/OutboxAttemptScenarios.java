package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.OutboxScenarioStage.HOLD;
import static io.inboxport.testkit.contract.OutboxScenarioStage.LATER;
import static io.inboxport.testkit.contract.OutboxScenarioStage.PARCEL;
import static io.inboxport.testkit.contract.OutboxScenarioStage.change;
import static io.inboxport.testkit.contract.OutboxScenarioStage.isAbout;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.outbox.OutboxAttempt;
import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxChange.Mark;
import io.inboxport.outbox.OutboxState;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Marks of attempts: their beginning and their end. */
final class OutboxAttemptScenarios {
  static final List<OutboxScenario> ALL =
      List.of(
          new OutboxScenario(
              "An entry that is added as it leaves has its first attempt, which ends with the hold",
              stage -> {
                stage.adds("answer-1", PARCEL, begin("eat000000000007"));

                var entry = stage.entry("answer-1");
                var attempt = attempt(stage);
                assertThat(entry.attempts()).isEqualTo(1);
                isAbout(attempt.begunAt(), entry.readAt());
                isAbout(attempt.endedBy(), until(stage));
                assertThat(attempt.newestBefore()).isEqualTo(TimelineEntryId.of("eat000000000007"));
                assertThat(Objects.requireNonNull(entry.hold()).holder()).isEqualTo("worker-1");
                isAbout(until(stage), entry.readAt().plus(HOLD));
                isAbout(entry.dueAt(), entry.readAt().plus(LATER));
              }),
          new OutboxScenario(
              "Each beginning counts, and has times and a newest entry of its own",
              stage -> {
                stage.adds("answer-1", PARCEL, begin("eat000000000007"));
                stage.passes(LATER);
                stage.becomes("answer-1", begin("eat000000000008"));

                assertThat(stage.entry("answer-1").attempts()).isEqualTo(2);
                isAbout(attempt(stage).begunAt(), stage.entry("answer-1").readAt());
                assertThat(attempt(stage).newestBefore())
                    .isEqualTo(TimelineEntryId.of("eat000000000008"));

                stage.becomes("answer-1", begin(null));
                assertThat(stage.entry("answer-1").attempts()).isEqualTo(3);
                assertThat(attempt(stage).newestBefore()).isNull();
              }),
          new OutboxScenario(
              "The first attempt of an entry that was planned begins when it leaves",
              stage -> {
                stage.plans("answer-1", PARCEL);
                stage.passes(LATER);
                stage.becomes("answer-1", begin(null));

                var entry = stage.entry("answer-1");
                assertThat(entry.attempts()).isEqualTo(1);
                isAbout(attempt(stage).begunAt(), entry.createdAt().plus(LATER));
                isAbout(attempt(stage).endedBy(), entry.createdAt().plus(LATER).plus(HOLD));
              }),
          new OutboxScenario(
              "The end of an attempt is now, and its beginning and number stay",
              stage -> {
                stage.adds("answer-1", PARCEL, begin("eat000000000007"));
                var begun = attempt(stage);
                stage.passes(LATER);

                stage.becomes("answer-1", change(OutboxState.IN_DOUBT, null, null, Mark.END));

                assertThat(stage.entry("answer-1").attempts()).isEqualTo(1);
                assertThat(attempt(stage).begunAt()).isEqualTo(begun.begunAt());
                assertThat(attempt(stage).newestBefore()).isEqualTo(begun.newestBefore());
                isAbout(attempt(stage).endedBy(), stage.entry("answer-1").readAt());
              }),
          new OutboxScenario(
              "A change without a mark leaves the attempt as it is",
              stage -> {
                stage.adds("answer-1", PARCEL, begin("eat000000000007"));
                var begun = attempt(stage);
                stage.passes(LATER);

                stage.becomes("answer-1", OutboxState.IN_DOUBT);

                assertThat(attempt(stage)).isEqualTo(begun);
                assertThat(stage.entry("answer-1").attempts()).isEqualTo(1);
              }),
          new OutboxScenario(
              "A final state keeps the attempt and its number",
              stage -> {
                stage.adds("answer-1", PARCEL, begin("eat000000000007"));
                var begun = attempt(stage);

                stage.becomes("answer-1", OutboxState.DONE);

                assertThat(attempt(stage)).isEqualTo(begun);
                assertThat(stage.entry("answer-1").attempts()).isEqualTo(1);
              }));

  private OutboxAttemptScenarios() {}

  private static OutboxChange begin(@Nullable String newestBefore) {
    var newest = newestBefore == null ? null : TimelineEntryId.of(newestBefore);
    return new OutboxChange(OutboxState.SENDING, "worker-1", HOLD, LATER, Mark.BEGIN, newest, "");
  }

  private static OutboxAttempt attempt(OutboxScenarioStage stage) {
    return Objects.requireNonNull(stage.entry("answer-1").lastAttempt(), "attempt");
  }

  private static Instant until(OutboxScenarioStage stage) {
    return Objects.requireNonNull(stage.entry("answer-1").hold(), "hold").until();
  }
}
