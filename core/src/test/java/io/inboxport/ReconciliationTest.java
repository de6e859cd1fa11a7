package io.inboxport;

import static io.inboxport.Reconciliation.Outcome.DONE;
import static io.inboxport.Reconciliation.Outcome.INCONCLUSIVE;
import static io.inboxport.Reconciliation.Outcome.NOT_DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons with the state of the item; texts in the timeline are {@link SentTextTest}'s. */
class ReconciliationTest {
  private static final ConversationId ID = ConversationId.of("eit1");
  private static final Instant ATTEMPT = Instant.parse("2025-03-12T12:00:00.750Z");
  private static final UserId ADA = UserId.of("ada");
  private static final UserId BOB = UserId.of("bob");

  private final RecordingGateway gateway = new RecordingGateway(item().build());

  private static Conversation.Builder item() {
    return Conversation.withId(ID);
  }

  private Reconciliation reconcile(InboxWrite write) {
    return Inbox.over(gateway).reconcile(new OutcomeUnknown(write, ATTEMPT, "Reset.", null));
  }

  private void assertFound(
      InboxWrite write, Conversation item, Reconciliation.Outcome outcome, String explanation) {
    gateway.conversation = item;
    assertThat(reconcile(write)).isEqualTo(new Reconciliation(outcome, explanation));
  }

  @Test
  void a_write_that_serialization_has_lost_is_not_looked_for() throws Exception {
    var unknown =
        new OutcomeUnknown(new InboxWrite.SetStatus(ID, Status.CLOSED), ATTEMPT, "Reset.", null);
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(unknown);
    }
    OutcomeUnknown copy;
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      copy = (OutcomeUnknown) in.readObject();
    }

    assertThat(Inbox.over(gateway).reconcile(copy))
        .isEqualTo(
            new Reconciliation(
                INCONCLUSIVE,
                "The write is not known, as Java serialization does not carry it: look at the"
                    + " conversation yourself."));
    assertThat(gateway.calls).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, INCONCLUSIVE",
    "PT-10M, INCONCLUSIVE", // a clock that was set back
    "PT1M59.999S, INCONCLUSIVE",
    "PT2M, NOT_DONE",
    "PT1H, NOT_DONE"
  })
  void absence_counts_only_once_the_settling_time_is_over(
      Duration sinceTheEnd, Reconciliation.Outcome outcome) {
    gateway.conversation = item().status(Status.OPEN).build();
    gateway.now = ATTEMPT.plusSeconds(30).plus(sinceTheEnd);
    var unknown =
        new OutcomeUnknown(
            new InboxWrite.SetStatus(ID, Status.CLOSED),
            ATTEMPT,
            ATTEMPT.plusSeconds(30),
            "No answer.",
            null);

    var found = Inbox.over(gateway).reconcile(unknown);

    assertThat(found.outcome()).isEqualTo(outcome);
    if (outcome == INCONCLUSIVE) {
      assertThat(found.lookAgainAt()).contains(ATTEMPT.plusSeconds(150));
      assertThat(found.explanation()).contains("too early");
    } else {
      assertThat(found.lookAgainAt()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Our clock is slow: five minutes after the attempt by it was before by the server's.
    "PT10M, PT5M, Please look, INCONCLUSIVE",
    "PT10M, PT10M1S, Please look, DONE",
    "PT10M, PT-1S, In other words, NOT_DONE",
    // Our clock is fast: the entry of the attempt is told to be older than the attempt.
    "PT-10M, PT-5M, In other words, INCONCLUSIVE",
    "PT-10M, PT-10M, In other words, INCONCLUSIVE",
    "PT-10M, PT-10M-1S, In other words, NOT_DONE",
    "PT0S, PT5M, Please look, DONE",
    "PT0S, PT-5M, In other words, NOT_DONE",
  })
  void a_difference_of_the_clocks_widens_every_window(
      Duration serverAhead, Duration sinceTheAttempt, String text, Reconciliation.Outcome outcome) {
    gateway.clockOffset = serverAhead;
    gateway.page(note(ATTEMPT.plus(sinceTheAttempt), text));

    var found = reconcile(new InboxWrite.AddNote(ID, "Please look"));

    assertThat(found.outcome()).isEqualTo(outcome);
  }

  @Test
  void what_is_there_is_done_at_once() {
    gateway.conversation = item().status(Status.CLOSED).build();
    gateway.now = ATTEMPT;

    assertThat(reconcile(new InboxWrite.SetStatus(ID, Status.CLOSED)).outcome()).isEqualTo(DONE);
  }

  @Test
  void the_settling_time_can_be_set_from_nothing_to_a_day() {
    gateway.conversation = item().status(Status.OPEN).build();
    gateway.now = ATTEMPT;
    var inbox = Inbox.over(gateway);
    var unknown =
        new OutcomeUnknown(new InboxWrite.SetStatus(ID, Status.CLOSED), ATTEMPT, "Reset.", null);

    assertThat(inbox.settlingFor(Duration.ZERO).reconcile(unknown).outcome()).isEqualTo(NOT_DONE);
    assertThat(inbox.settlingFor(Duration.ofDays(1)).reconcile(unknown).lookAgainAt())
        .contains(ATTEMPT.plus(Duration.ofDays(1)));
    for (var wrong : List.of(Duration.ofNanos(-1), Duration.ofDays(1).plusNanos(1))) {
      assertThatThrownBy(() -> inbox.settlingFor(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong.toString());
    }
  }

  @Test
  void an_answer_about_another_conversation_tells_nothing() {
    gateway.conversation =
        Conversation.withId(ConversationId.of("eit2")).status(Status.OPEN).build();

    assertThatThrownBy(() -> reconcile(new InboxWrite.SetStatus(ID, Status.CLOSED)))
        .isInstanceOf(UnreadableResponse.class)
        .hasMessageContaining("eit2");
  }

  @Test
  void a_status_is_compared() {
    var close = new InboxWrite.SetStatus(ID, Status.CLOSED);

    assertFound(
        close, item().status(Status.CLOSED).build(), DONE, "The status is as the write asked.");
    assertFound(
        close,
        item().status(Status.OPEN).build(),
        NOT_DONE,
        "The status is not as the write asked.");
    assertFound(close, item().build(), INCONCLUSIVE, "The server does not say the status.");
    assertThat(gateway.calls).containsOnly("get eit1");
  }

  @Test
  void the_set_of_tags_is_compared() {
    var replace = new InboxWrite.ReplaceTags(ID, List.of(TagName.of("A"), TagName.of("B")));

    assertFound(replace, tagged("B", "A"), DONE, "The set of tags is as the write asked.");
    assertFound(replace, tagged("A"), NOT_DONE, "The set of tags is not as the write asked.");
    assertFound(
        replace, tagged("A", "B", "C"), NOT_DONE, "The set of tags is not as the write asked.");
    assertFound(replace, item().build(), INCONCLUSIVE, "The tags could not be read.");
    assertThat(gateway.calls).containsOnly("get eit1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "R&D        | R&amp;D",
        "R&D        | R&amp;amp;D",
        "R&D        | R&#38;D",
        "Gr\u00fc\u00dfe | Gr&uuml;&szlig;e",
        "Gr\u00fc\u00dfe | GR\u00dcSSE",
        "Gr\u00fc\u00dfe | Gru\u0308\u00dfe",
        "Gr\u00fc\u00dfe | Gr\uFFFD",
        "VIP        | vip",
        "VIP \uD83D\uDE0A | VIP",
        "Back office | back-office",
        "Waiting for the customer | Waiting for the c",
        "Waiting for customers | Waiting for cust",
        "Waiting for the customer | Waiting\u2026",
        "VIP,vip    | VIP",
        "A,R&D      | A,R&amp;D"
      })
  void tags_that_may_be_those_asked_for_in_other_letters_are_inconclusive(
      String asked, String shown) {
    var names = Stream.of(asked.split(",")).map(TagName::of).toList();
    gateway.conversation = tagged(shown.split(","));

    assertThat(reconcile(new InboxWrite.ReplaceTags(ID, names)).outcome()).isEqualTo(INCONCLUSIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VIP | VIPs",
        "AB | A",
        "A,B | A,C",
        "R&D | R&amp;E",
        "A,B | A,b,C",
        "VIP | \u2026",
        "Waiting for customers | Waiting for cus"
      })
  void other_names_are_other_tags(String asked, String shown) {
    var names = Stream.of(asked.split(",")).map(TagName::of).toList();
    gateway.conversation = tagged(shown.split(","));

    assertThat(reconcile(new InboxWrite.ReplaceTags(ID, names)).outcome()).isEqualTo(NOT_DONE);
  }

  private static Conversation tagged(String... names) {
    var tags = Stream.of(names).map(name -> new Tag(TagId.of("etg-" + name), name)).toList();
    return item().tags(tags).build();
  }

  @Test
  void an_assignment_without_a_note_is_compared() {
    var assign = new InboxWrite.Assign(ID, ADA, null);

    assertFound(assign, assignedTo(ADA), DONE, "The assignee is as the write asked.");
    assertFound(assign, assignedTo(BOB), NOT_DONE, "The assignee is not as the write asked.");
    assertFound(assign, assignedTo(null), NOT_DONE, "The assignee is not as the write asked.");
    assertThat(gateway.calls).containsOnly("get eit1");
  }

  @Test
  void an_assignee_that_cannot_be_read_is_inconclusive() {
    var unread = List.of(new UnreadablePart("AssigneeId", "It is true.", false));

    for (var note : new String[] {null, "Please look"}) {
      assertFound(
          new InboxWrite.Assign(ID, ADA, note),
          item().unreadable(unread).build(),
          INCONCLUSIVE,
          "A part of the conversation could not be read, and may be the assignee.");
    }
    assertFound(
        new InboxWrite.Assign(ID, ADA, null),
        item().assignee(BOB).unreadable(unread).build(),
        NOT_DONE,
        "The assignee is not as the write asked.");
  }

  private static Conversation assignedTo(@Nullable UserId user) {
    return item().assignee(user).build();
  }

  @Test
  void an_assignment_with_a_note_is_done_when_both_are_there() {
    gateway.page(note(ATTEMPT.plusSeconds(1)));

    assertFound(
        new InboxWrite.Assign(ID, ADA, "Please look"),
        assignedTo(ADA),
        DONE,
        "The timeline holds the text, once, since then.");
  }

  @Test
  void an_assignment_to_whom_it_was_assigned_before_is_not_done_without_its_note() {
    assertFound(
        new InboxWrite.Assign(ID, ADA, "Please look"),
        assignedTo(ADA),
        NOT_DONE,
        "The timeline holds no such text since then.");
  }

  @Test
  void an_assignment_is_not_done_when_neither_is_there() {
    assertFound(
        new InboxWrite.Assign(ID, ADA, "Please look"),
        assignedTo(BOB),
        NOT_DONE,
        "The assignee is not as the write asked.");
  }

  @Test
  void an_assignment_whose_note_is_there_must_not_be_sent_again() {
    gateway.page(note(ATTEMPT.plusSeconds(1)));

    assertFound(
        new InboxWrite.Assign(ID, ADA, "Please look"),
        assignedTo(BOB),
        INCONCLUSIVE,
        "The note is there, but the assignee is not, or no longer, the one asked for.");
  }

  @Test
  void an_assignment_whose_note_may_be_there_is_inconclusive_too() {
    gateway.page(note(ATTEMPT.minusSeconds(60)));

    assertFound(
        new InboxWrite.Assign(ID, ADA, "Please look"),
        assignedTo(BOB),
        INCONCLUSIVE,
        "The timeline holds such a text, but it may be an earlier one, another's or the"
            + " customer's.");
  }

  private TimelineEntry note(Instant created) {
    return note(created, "Please look");
  }

  private TimelineEntry note(Instant created, String text) {
    return TimelineEntry.withId(TimelineEntryId.of("eat1"))
        .type(EntryType.NOTE)
        .created(created)
        .content(text)
        .createdBy(gateway.caller)
        .build();
  }

  @Test
  void the_api_cannot_tell_about_a_salesforce_case() {
    var create = new InboxWrite.CreateCase(ID, SalesforceCase.through(IntegrationId.of("sf1")));

    assertThat(reconcile(create))
        .isEqualTo(
            new Reconciliation(
                INCONCLUSIVE, "The API tells nothing about Salesforce cases: look in Salesforce."));
    assertThat(gateway.calls).isEmpty();
  }
}
