package io.inboxport.testkit.assertion;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.post;
import static io.inboxport.testkit.assertion.InboxAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.inmemory.WriteAttempts;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyContent;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.reply.ReplyReason;
import io.inboxport.reply.ReplyVerdict;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.TagName;
import io.inboxport.testkit.fixtures.DemoInbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The assertions: each holds and fails where it should, and a failure shows what came. */
class InboxAssertionsTest {
  private static final CredentialId PAGE = CredentialId.of("003-001000000000001-9876");
  private static final UserId COLLEAGUE = UserId.of("00A000000000002");

  private final SettableClock clock = SettableClock.at(Instant.parse("2025-03-14T09:00:00Z"));
  private final InMemoryInboxGateway backend = InMemoryInboxGateway.builder().clock(clock).build();
  private final Inbox inbox = Inbox.over(backend);
  private final ConversationId id = backend.receive(directMessage().saying("My invoice is wrong"));

  @Test
  void a_reply_was_sent_once() {
    inbox.reply(id, ReplyDraft.of("On it!"));

    assertThat(backend).replied(id, "On it!").once().and().conversation(id).isOpen();
    fails(
        () -> assertThat(backend).replied(id, "On it!").times(2),
        """
        A reply to eit000000000001: On it!
        It should have been sent 2 times, and was once.
        Writes (1):
          2025-03-14T09:00:00Z  Reply to eit000000000001 "On it!": executed
        Faults that calls met: none
        Faults that too few calls met: none
        eit000000000001: open, Conversation on Facebook, assigned to nobody, no tags
          2025-03-14T09:00:00Z  message "My invoice is wrong"
          2025-03-14T09:00:00Z  message by 00A000000000001 "On it!"
        """);
    fails(
        () -> assertThat(backend).replied(id, "100% sure"),
        "This reply should have been sent to eit000000000001, and was not:\n  100% sure\nWrites");
  }

  @Test
  void a_reply_counts_if_it_was_executed_be_it_heard_or_not_and_however_late() {
    backend.faults().inject(Operation.REPLY, Fault.unheard());
    backend.faults().inject(Operation.REPLY, Fault.lost());
    backend.faults().inject(Operation.REPLY, Fault.executedLater(Duration.ofMinutes(1)));
    for (int i = 0; i < 3; i++) {
      tolerating(() -> inbox.reply(id, ReplyDraft.of("On it!")));
    }

    assertThat(backend).replied(id, "On it!").once();
    assertThat(backend).attempted(Operation.REPLY, 3).metFault(Operation.REPLY, Fault.lost());
    clock.advance(Duration.ofMinutes(2));
    assertThat(backend).replied(id, "On it!").times(2).and().metEveryPlannedFault();
  }

  @Test
  void a_reply_carries_what_it_was_given() {
    var comments = backend.receive(post().on(Network.LINKEDIN));
    backend.addCredential(PAGE, Network.LINKEDIN);
    var parent = CommentId.of("eit000000000003");
    var draft = ReplyDraft.of("See").from(PAGE).under(parent).attaching(Map.of("id", "7"));
    inbox.reply(comments, draft);

    var sent = assertThat(backend).replied(comments, "See");
    sent.from(PAGE).under(parent).carrying(List.of(Map.of("id", "7")));
    fails(() -> sent.from(CredentialId.of("other")), "should have been sent from other, and was");
    fails(() -> sent.under(CommentId.of("other")), "should have been sent under other, and was");
    fails(() -> sent.carrying(List.of()), "should have been sent with 0 given media, and was not.");
  }

  @Test
  void nothing_was_sent() {
    assertThat(backend).sentNothing().changedNothing().didNotReply(id);
    inbox.addNote(id, "Escalated");
    assertThat(backend).sentNothing().didNotReply(id);
    fails(() -> assertThat(backend).changedNothing(), "and something was.", "\"Escalated\"");
    inbox.reply(id, ReplyDraft.of("On it!"));
    fails(() -> assertThat(backend).sentNothing(), "and some were.\nWrites (2):", "\"On it!\"");
    fails(() -> assertThat(backend).didNotReply(id), "No reply should have been sent to eit0");
  }

  @Test
  void what_fills_the_demo_inbox_was_not_sent() {
    assertThat(DemoInbox.create()).sentNothing().changedNothing();
  }

  @Test
  void faults_and_attempts() {
    backend.faults().inject(Operation.REPLY, Fault.unavailable());
    fails(
        () -> assertThat(backend).metFault(Operation.REPLY, Fault.unavailable()),
        "A call of REPLY should have met Fault[UNAVAILABLE], and none did.");
    fails(
        () -> assertThat(backend).metEveryPlannedFault(),
        "Every planned fault",
        "REPLY: Fault[UNAVAILABLE], planned for 1, met by 0");
    fails(
        () -> assertThat(backend).attempted(Operation.REPLY, 1),
        "REPLY should have been attempted 1 times, and was 0.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(backend).attempted(Operation.GET, 0))
        .withMessage("GET is a read, which is not logged.");
  }

  @Test
  void a_conversation_has_a_status_an_assignee_tags_notes_and_cases() {
    assertThat(backend)
        .conversation(id)
        .isOpen()
        .isUnassigned()
        .isUntagged()
        .hasNoNotes()
        .hasNoCase()
        .hasTimeline("My invoice is wrong");
    backend.addIntegration(IntegrationId.of("sfint00000000001"));
    inbox.assign(id, COLLEAGUE, "Yours");
    inbox.replaceTags(id, List.of(TagName.of("VIP"), TagName.of("Billing")));
    inbox.createCase(id, SalesforceCase.through(IntegrationId.of("sfint00000000001")));
    inbox.close(id);
    var changed = assertThat(backend).conversation(id);

    changed
        .isClosed()
        .isAssignedTo(COLLEAGUE)
        .isTagged("Billing", "VIP")
        .hasNote("Yours")
        .hasCase()
        .hasTimeline("My invoice is wrong", "Yours")
        .and()
        .sentNothing();
    fails(() -> changed.isOpen(), "eit000000000001 should be open, and it is closed.\nWrites");
    fails(() -> changed.hasStatus(Status.of("x")), "should be x, and it is closed.");
    fails(() -> changed.isUnassigned(), "to nobody, and it is assigned to 00A000000000002.");
    fails(() -> changed.isAssignedTo(UserId.of("u")), "be assigned to u, and it is assigned");
    fails(() -> changed.isTagged("VIP"), "have the tags [VIP], and it has [Billing, VIP].");
    fails(() -> changed.isUntagged(), "have no tags, and it has [Billing, VIP].");
    fails(() -> changed.hasNote("Mine"), "the note \"Mine\", and it has not.", "\"Yours\"");
    fails(() -> changed.hasNoNotes(), "have no notes, and it has some.");
    fails(() -> changed.hasNoCase(), "have no Salesforce case, and it has one.");
    fails(() -> changed.hasTimeline(), "have a timeline of these 0 texts: [], and it has another");
  }

  @Test
  void what_a_conversation_lacks_is_told() {
    var other = backend.receive(post());
    fails(() -> assertThat(backend).conversation(other).isClosed(), "closed, and it is open.");
    fails(() -> assertThat(backend).conversation(other).hasCase(), "case, and it has none.");
    backend.deleteConversation(other);
    fails(
        () -> assertThat(backend).conversation(other).isOpen(),
        "There should be a conversation eit000000000002.",
        "eit000000000002: there is no such conversation");
  }

  @Test
  void assertions_are_no_calls_and_meet_no_fault() {
    for (var operation : Operation.ofInbox()) {
      backend.faults().inject(operation, Fault.unavailable());
    }
    assertThat(backend).sentNothing().conversation(id).isOpen().isUntagged().hasNoNotes();
    fails(() -> assertThat(backend).conversation(id).isClosed(), "My invoice is wrong");
    assertThat(backend.faults().pending()).isEqualTo(Operation.ofInbox().size());
  }

  @Test
  void too_many_writes_to_remember_are_no_ground_for_an_assertion() {
    for (int i = 0; i <= WriteAttempts.REMEMBERED; i++) {
      backend.setStatus(id, Status.OPEN);
    }
    fails(
        () -> assertThat(backend).sentNothing(),
        "10001 writes were attempted, and only the latest 10000 are remembered: clear attempts()");
  }

  @Test
  void a_description_stands_before_the_message() {
    fails(() -> assertThat(backend).as("the night shift").replied(id, "x"), "[the night shift] ");
  }

  @Test
  void a_verdict_is_refused_for_its_reasons() {
    var closed = backend.receive(post().on(Network.INSTAGRAM).closed());
    var verdict =
        inbox.canReply(inbox.get(closed), ReplyDraft.of(" ").attaching(Map.of("id", "7")));

    assertThat(verdict)
        .isRefused()
        .isRefusedFor(new ReplyReason.ItemNotOpen(Status.CLOSED))
        .isRefusedFor(ReplyReason.MessageBlank.class);
    fails(
        () -> assertThat(verdict).isRefusedOnlyFor(ReplyReason.MessageBlank.class),
        "The reply should be refused only for MessageBlank, and is refused:\n  ItemNotOpen: ");
    fails(
        () -> assertThat(verdict).isRefusedFor(ReplyReason.NoReplyChannel.class),
        "The reply should be refused for NoReplyChannel, and is refused:",
        "\n  MessageBlank: The reply message is blank");
    fails(() -> assertThat(verdict).isAllowed(), "should be allowed, and is refused:");
    fails(() -> assertThat(verdict).isUndetermined(), "should be left to the server, and is");
  }

  @Test
  void a_verdict_is_allowed_or_left_to_the_server() {
    ReplyVerdict allowed =
        inbox.canReply(
            inbox.get(backend.receive(post().on(Network.INSTAGRAM))),
            ReplyDraft.of("Hi").attaching(Map.of("id", "7")).droppingUnsupported());
    assertThat(allowed).isAllowed().drops(ReplyContent.MEDIA);
    fails(() -> assertThat(allowed).isRefused(), "be refused, and is allowed without [MEDIA].");
    fails(() -> assertThat(allowed).drops(), "should drop [], and is allowed without [MEDIA].");
    var unknown =
        inbox.canReply(
            inbox.get(backend.receive(post().on(Network.of("Threads")))), ReplyDraft.of("Hi"));
    assertThat(unknown).isUndetermined().drops();
    fails(
        () -> assertThat(unknown).isRefusedFor(ReplyReason.UnknownNetwork.class),
        "should be refused, and is left to the server:\n  UnknownNetwork: ");
  }

  private static void fails(ThrowingCallable assertion, String... parts) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContainingAll(parts);
  }

  private static void tolerating(Runnable call) {
    try {
      call.run();
    } catch (InboxException expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }
}
