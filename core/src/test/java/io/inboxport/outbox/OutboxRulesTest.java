package io.inboxport.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.Reconciliation;
import io.inboxport.call.InboxException.Kind;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.outbox.OutboxRules.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxRulesTest {
  private static final Instant NOW = Instant.parse("2025-03-10T12:00:00Z");
  private static final OutboxKey KEY = OutboxKey.of("ticket-4711/1");
  private static final OutboxRules RULES =
      new OutboxRules(Duration.ofMinutes(2), Duration.ofMinutes(3));

  @ParameterizedTest(name = "{0} leads to {1}")
  @CsvSource({
    "REPLY_REFUSED, REFUSED",
    "NOT_FOUND, REFUSED",
    "REJECTED, REFUSED",
    "AUTHENTICATION_FAILED, NOT_SENT",
    "PERMISSION_DENIED, NOT_SENT",
    "RATE_LIMITED, NOT_SENT",
    "UNAVAILABLE, NOT_SENT",
    "UNREADABLE_RESPONSE, NOT_SENT",
    "OUTCOME_UNKNOWN, IN_DOUBT"
  })
  void a_failure_leads_to_a_state(Kind failure, OutboxState state) {
    assertThat(OutboxRules.stateAfter(failure)).isEqualTo(state);
  }

  @Test
  void the_table_of_failures_is_whole() {
    var rows =
        Stream.of(Kind.values()).map(kind -> OutboxRules.stateAfter(kind) + " " + kind).toList();

    assertThat(rows).hasSize(9);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_failure_has_words_of_its_own(Kind failure) {
    var words = OutboxRules.noteAfter(failure);

    assertThat(words).endsWith(".").hasSizeBetween(10, 100);
    assertThat(Stream.of(Kind.values()).filter(kind -> OutboxRules.noteAfter(kind).equals(words)))
        .containsExactly(failure);
  }

  @ParameterizedTest(name = "{0} leads to {1}")
  @CsvSource({"DONE, DONE", "NOT_DONE, NOT_SENT", "INCONCLUSIVE, IN_DOUBT"})
  void a_look_leads_to_a_state(Reconciliation.Outcome seen, OutboxState state) {
    assertThat(OutboxRules.stateAfter(seen)).isEqualTo(state);
  }

  @ParameterizedTest(name = "{0}, due: {1}, held: {2}: {3}")
  @CsvSource({
    "PLANNED, past, no, SEND",
    "PLANNED, past, lapsed, SEND",
    "PLANNED, past, yes, WAIT",
    "PLANNED, future, no, SEND",
    "PLANNED, future, yes, WAIT",
    "NOT_SENT, never, no, SEND",
    "NOT_SENT, never, yes, WAIT",
    "SENDING, future, yes, WAIT",
    "SENDING, future, lapsed, WAIT",
    "SENDING, now, lapsed, LOOK",
    "SENDING, past, no, LOOK",
    "SENDING, past, yes, WAIT",
    "SENDING, never, no, NONE",
    "IN_DOUBT, future, no, WAIT",
    "IN_DOUBT, past, no, LOOK",
    "IN_DOUBT, past, yes, WAIT",
    "IN_DOUBT, never, no, NONE",
    "DONE, never, no, NONE",
    "REFUSED, never, no, NONE"
  })
  void an_entry_allows_a_caller_one_step(
      OutboxState state, String due, String held, Step expected) {
    var dueAt =
        switch (due) {
          case "past" -> NOW.minusMillis(1);
          case "now" -> NOW;
          case "future" -> NOW.plusMillis(1);
          default -> null;
        };
    var hold =
        switch (held) {
          case "yes" -> new OutboxHold("worker", NOW.plusMillis(1));
          case "lapsed" -> new OutboxHold("worker", NOW);
          default -> null;
        };

    assertThat(OutboxRules.stepOf(entry(state, dueAt, hold))).isEqualTo(expected);
  }

  @Test
  void an_attempt_is_looked_at_when_its_lease_and_the_settling_time_are_over() {
    var begin = RULES.begin("worker", null);

    assertThat(begin.to()).isEqualTo(OutboxState.SENDING);
    assertThat(begin.holder()).isEqualTo("worker");
    assertThat(begin.hold()).isEqualTo(Duration.ofMinutes(2));
    assertThat(begin.due()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void an_attempt_in_doubt_is_looked_at_when_the_settling_time_is_over() {
    assertThat(RULES.end(OutboxState.IN_DOUBT, "").due()).isEqualTo(Duration.ofMinutes(3));
    assertThat(RULES.end(OutboxState.NOT_SENT, "").due()).isNull();
    assertThat(RULES.end(OutboxState.DONE, "").due()).isNull();
  }

  @Test
  void a_note_is_cut_to_what_every_store_takes() {
    assertThat(RULES.end(OutboxState.DONE, "x".repeat(501)).note()).hasSize(500);
    assertThat(RULES.end(OutboxState.DONE, "x".repeat(500)).note()).hasSize(500);
  }

  @Test
  void only_done_and_refused_are_final() {
    assertThat(Stream.of(OutboxState.values()).filter(OutboxState::isFinal))
        .containsExactly(OutboxState.DONE, OutboxState.REFUSED);
  }

  private static OutboxEntry entry(
      OutboxState state, @Nullable Instant dueAt, @Nullable OutboxHold hold) {
    var write = new InboxWrite.AddNote(ConversationId.of("eit1"), "A note.");
    return new OutboxEntry(
        KEY, OutboxContent.of(KEY, write), state, 0, null, hold, NOW, dueAt, "", NOW);
  }
}
