package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.reply.ReplyDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log of attempted writes: what was asked for, whether it was executed, and how it ended. */
class WriteAttemptsTest {
  private static final Instant NOON = Instant.parse("2025-03-14T12:00:00Z");

  private final SettableClock clock = SettableClock.at(NOON);
  private final InMemoryInboxGateway twin = InMemoryInboxGateway.builder().clock(clock).build();
  private final ConversationId id = twin.receive(directMessage().saying("My secret"));

  @Test
  void a_write_that_is_answered_was_executed_and_ended_without_an_error() {
    twin.addNote(id, "Called back");

    assertThat(twin.attempts().all())
        .containsExactly(
            new WriteAttempt(new InboxWrite.AddNote(id, "Called back"), NOON, NOON, null));
  }

  @Test
  void what_comes_from_outside_is_no_attempt_and_reads_are_none() {
    twin.customerSays(id, "Hello?");
    twin.get(id);

    assertThat(twin.attempts().all()).isEmpty();
    assertThat(twin.attempts().total()).isZero();
  }

  @Test
  void a_declined_a_lost_and_an_unheard_write_tell_whether_they_were_executed() {
    assertFails(() -> twin.addNote(id, ""));
    twin.faults().inject(Operation.ADD_NOTE, Fault.lost());
    assertFails(() -> twin.addNote(id, "lost"));
    twin.faults().inject(Operation.ADD_NOTE, Fault.unheard());
    assertFails(() -> twin.addNote(id, "unheard"));

    assertThat(twin.attempts().all())
        .extracting(WriteAttempt::isExecuted)
        .containsExactly(false, false, true);
    assertThat(twin.attempts().all())
        .extracting(WriteAttempt::endedAs)
        .containsExactly(
            InboxException.Kind.REJECTED,
            InboxException.Kind.OUTCOME_UNKNOWN,
            InboxException.Kind.OUTCOME_UNKNOWN);
  }

  @Test
  void a_late_write_is_executed_when_it_is_due_and_not_its_equal_twin() {
    twin.faults().inject(Operation.REPLY, Fault.lost());
    assertFails(() -> twin.reply(id, ReplyDraft.of("On it!")));
    twin.faults().inject(Operation.REPLY, Fault.executedLater(Duration.ofMinutes(1)));
    assertFails(() -> twin.reply(id, ReplyDraft.of("On it!")));
    assertThat(twin.attempts().all()).noneMatch(WriteAttempt::isExecuted);

    clock.advance(Duration.ofMinutes(5));

    assertThat(twin.attempts().all())
        .extracting(WriteAttempt::executedAt)
        .containsExactly(null, NOON.plusSeconds(60));
  }

  @Test
  void a_late_write_that_the_server_declines_is_never_executed() {
    twin.faults().inject(Operation.REPLY, Fault.executedLater(Duration.ofMinutes(1)));
    assertFails(() -> twin.reply(id, ReplyDraft.of("On it!")));
    twin.deleteConversation(id);
    clock.advance(Duration.ofMinutes(5));

    assertThat(twin.attempts().all()).hasSize(1).noneMatch(WriteAttempt::isExecuted);
  }

  @Test
  void the_latest_are_remembered_and_all_are_counted_until_they_are_forgotten() {
    for (int i = 0; i <= WriteAttempts.REMEMBERED; i++) {
      twin.addNote(id, "note " + i);
    }

    assertThat(twin.attempts().all())
        .hasSize(WriteAttempts.REMEMBERED)
        .extracting(WriteAttempt::write)
        .startsWith(new InboxWrite.AddNote(id, "note 1"));
    assertThat(twin.attempts().total()).isEqualTo(WriteAttempts.REMEMBERED + 1L);
    twin.attempts().clear();
    assertThat(twin.attempts().all()).isEmpty();
    assertThat(twin.attempts().total()).isZero();
  }

  @Test
  void no_text_is_told_by_its_words() {
    twin.addNote(id, "My secret");

    assertThat(twin.attempts().all().toString()).contains("AddNote").doesNotContain("secret");
  }

  @Test
  void a_fault_is_unmet_as_long_as_calls_are_missing() {
    var faults = twin.faults();
    faults.inject(Operation.GET, Fault.unavailable(), 2);
    faults.inject(Operation.LIST, Fault.unavailable(), Integer.MAX_VALUE);
    faults.inject(Operation.LIST, Fault.lost(), Integer.MAX_VALUE);
    assertFails(() -> twin.get(id));

    assertThat(faults.unmet())
        .containsExactlyInAnyOrder(
            new UnmetFault(Operation.GET, Fault.unavailable(), 2, 1),
            new UnmetFault(Operation.LIST, Fault.unavailable(), Integer.MAX_VALUE, 0),
            new UnmetFault(Operation.LIST, Fault.lost(), Integer.MAX_VALUE, 0));

    assertFails(() -> twin.get(id));
    assertFails(() -> twin.list(ConversationQuery.all()));
    assertThat(faults.unmet())
        .isEqualTo(List.of(new UnmetFault(Operation.LIST, Fault.lost(), Integer.MAX_VALUE, 0)));
  }

  private static void assertFails(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(InboxException.class);
  }
}
