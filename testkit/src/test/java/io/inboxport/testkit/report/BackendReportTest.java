package io.inboxport.testkit.report;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.TagName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The report, word for word, as people read it. */
class BackendReportTest {
  private static final IntegrationId CRM = IntegrationId.of("sfint00000000001");

  private final SettableClock clock = SettableClock.at(Instant.parse("2025-03-14T09:00:00Z"));
  private final InMemoryInboxGateway twin = InMemoryInboxGateway.builder().clock(clock).build();
  private final Inbox inbox = Inbox.over(twin);

  @Test
  void tells_writes_faults_and_timelines() {
    twin.addIntegration(CRM);
    var id = twin.receive(directMessage().saying("My invoice\nis wrong"));
    twin.receive(post().saying("Never written to"));
    clock.advance(Duration.ofMinutes(1));
    twin.faults().inject(Operation.REPLY, Fault.unheard());
    twin.faults().inject(Operation.LIST, Fault.brokenItem(), Integer.MAX_VALUE);
    tolerating(() -> inbox.reply(id, ReplyDraft.of("On it!").attaching(Map.of("id", "7"))));
    tolerating(() -> twin.setStatus(id, Status.of("pending")));
    inbox.assign(id, UserId.of("00A000000000002"), "Yours");
    twin.replaceTags(id, List.of(TagName.of("VIP")));
    inbox.createCase(id, SalesforceCase.through(CRM));
    inbox.close(id);

    assertThat(BackendReport.of(twin).text())
        .isEqualTo(
            """
            Writes (6):
              2025-03-14T09:01:00Z  Reply to eit000000000001 "On it!", 1 media: executed, ended as OutcomeUnknown
              2025-03-14T09:01:00Z  Set status of eit000000000001 as pending: not executed, ended as Rejected
              2025-03-14T09:01:00Z  Assign eit000000000001 to 00A000000000002 "Yours": executed
              2025-03-14T09:01:00Z  Replace tags of eit000000000001 by [VIP]: executed
              2025-03-14T09:01:00Z  Create case for eit000000000001: executed
              2025-03-14T09:01:00Z  Set status of eit000000000001 as closed: executed
            Faults that calls met (1):
              2025-03-14T09:01:00Z  REPLY of eit000000000001: Fault[UNHEARD], executed
            Faults that too few calls met (1):
              LIST: Fault[BROKEN_ITEM], planned for every call, and none came
            eit000000000001: closed, Conversation on Facebook, assigned to 00A000000000002, tags [VIP]
              2025-03-14T09:00:00Z  message "My invoice\\nis wrong"
              2025-03-14T09:01:00Z  message by 00A000000000001 "On it!"
              2025-03-14T09:01:00Z  note by 00A000000000001 "Yours"
            Of 2 conversations 1 are told.
            """);
  }

  @Test
  void tells_of_one_conversation_and_hides_texts() {
    var id = twin.receive(directMessage().saying("My IBAN is DE00"));
    var other = twin.receive(directMessage().saying("Hello"));
    twin.replaceTags(id, List.of(TagName.of("Fraud")));
    inbox.addNote(id, "DE00 is odd");
    inbox.addNote(other, "Called");

    assertThat(BackendReport.of(twin).about(id).hidingTexts().text())
        .isEqualTo(
            """
            Writes (2):
              2025-03-14T09:00:00Z  Replace tags of eit000000000001 by 1 tags: executed
              2025-03-14T09:00:00Z  Add note to eit000000000001: executed
            Faults that calls met: none
            Faults that too few calls met: none
            eit000000000001: open, Conversation on Facebook, assigned to nobody, tags 1
              2025-03-14T09:00:00Z  message
              2025-03-14T09:00:00Z  note by 00A000000000001
            """);
  }

  @Test
  void looking_meets_no_planned_fault_and_is_no_call() {
    var id = twin.receive(directMessage().saying("Hello"));
    for (var operation : List.of(Operation.LIST, Operation.GET, Operation.TIMELINE)) {
      twin.faults().inject(operation, Fault.unavailable());
    }

    assertThat(BackendReport.of(twin).text()).contains(id + ": open", "\"Hello\"");
    assertThat(twin.faults().pending()).isEqualTo(3);
    assertThat(twin.attempts().total()).isZero();
  }

  @Test
  void a_late_write_tells_when_it_was_executed_and_a_deleted_conversation_is_told() {
    var id = twin.receive(directMessage().saying("Hello"));
    twin.faults().inject(Operation.REPLY, Fault.executedLater(Duration.ofMinutes(2)));
    tolerating(() -> inbox.reply(id, ReplyDraft.of("On it!")));
    assertThat(BackendReport.of(twin).text()).contains(": not executed, ended as OutcomeUnknown");
    clock.advance(Duration.ofMinutes(3));
    assertThat(BackendReport.of(twin).text())
        .contains("\"On it!\": executed at 2025-03-14T09:02:00Z, ended as OutcomeUnknown");
    twin.deleteConversation(id);
    assertThat(BackendReport.of(twin).text())
        .contains("eit000000000001: there is no such conversation");
  }

  @Test
  void long_inboxes_are_cut_and_say_so() {
    for (int i = 0; i < 30; i++) {
      twin.receive(directMessage().saying("Hello " + i));
    }
    assertThat(BackendReport.of(twin).text()).contains("Of 30 conversations 10 are told.");

    var id = ConversationId.of("eit000000000001");
    for (int i = 0; i < 60; i++) {
      inbox.addNote(id, "note " + i);
    }
    var text = BackendReport.of(twin).text();
    assertThat(text)
        .contains("Writes (60):", "  … 10 before", "  … earlier entries", "\"note 59\"");
    assertThat(text.lines().count()).isLessThan(80);
  }

  @Test
  void a_quoted_text_is_one_short_line_whatever_it_holds() {
    assertThat(QuotedText.of("a\r\n\tb\u001b[31m\u202ec\u2028d"))
        .isEqualTo("\"a\\r\\n\\tb\\u{1b}[31m\\u{202e}c\\u{2028}d\"");
    assertThat(QuotedText.of("👩‍👩‍👧")).isEqualTo("\"👩‍👩‍👧\"");
    assertThat(QuotedText.of("🎉".repeat(81)))
        .isEqualTo("\"" + "🎉".repeat(80) + "…\" (81 characters)");
    assertThat(QuotedText.of("🎉".repeat(80))).isEqualTo("\"" + "🎉".repeat(80) + "\"");
  }

  @Test
  void no_to_string_tells_a_text() {
    inbox.addNote(twin.receive(directMessage()), "secret");
    assertThat(BackendReport.of(twin)).hasToString("BackendReport[1 writes]");
  }

  private static void tolerating(Runnable call) {
    try {
      call.run();
    } catch (InboxException expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }
}
