package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.ServerBehavior.LengthUnit;
import io.inboxport.inmemory.ServerBehavior.TagClearing;
import io.inboxport.inmemory.ServerBehavior.TagNames;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WritesTest extends Twin {
  private static final TagName VIP = TagName.of("VIP");
  private static final TagName SUPPORT = TagName.of("Support");
  private static final IntegrationId SALESFORCE = IntegrationId.of("sfint00000000001");

  private ConversationId id;
  private Conversation before;

  @BeforeEach
  void receiveAnItemFiveMinutesAgo() {
    id = twin.receive(directMessage());
    before = twin.get(id);
    clock.advance(Duration.ofMinutes(5));
  }

  @Test
  void closing_and_opening_change_the_status_and_the_time_of_change() {
    twin.setStatus(id, Status.of("CLOSED"));
    assertThat(twin.get(id))
        .isEqualTo(before.toBuilder().status(Status.CLOSED).modified(clock.instant()).build());
    assertThat(twin.get(id).status().text()).isEqualTo("closed");

    twin.setStatus(id, Status.OPEN);
    assertThat(twin.get(id).status()).isEqualTo(Status.OPEN);
  }

  @Test
  void setting_the_status_it_has_succeeds_and_changes_nothing() {
    twin.setStatus(id, Status.OPEN);

    assertThat(twin.get(id)).isEqualTo(before);
  }

  @Test
  void an_unknown_status_is_rejected() {
    assertRejected("Status is not valid.", () -> twin.setStatus(id, Status.of("pending")));

    assertThat(twin.get(id)).isEqualTo(before);
  }

  @Test
  void an_assignment_is_confirmed_and_seen() {
    assertThat(twin.assign(id, COLLEAGUE, null)).isEqualTo(new Assignment(id, COLLEAGUE));

    assertThat(twin.get(id))
        .isEqualTo(before.toBuilder().assignee(COLLEAGUE).modified(clock.instant()).build());
    assertThat(twin.notes(id)).isEmpty();
  }

  @Test
  void the_note_of_an_assignment_joins_the_timeline() {
    twin.assign(id, COLLEAGUE, "VIP, please look");
    twin.assign(id, COLLEAGUE, "Did you?");

    assertThat(twin.notes(id))
        .extracting(TimelineEntry::content)
        .containsExactly("VIP, please look", "Did you?");
    assertThat(inbox.timeline(id)).containsExactly(twin.notes(id).get(1), twin.notes(id).get(0));
    assertThat(twin.notes(id).get(0).createdBy()).contains(ME);
  }

  @Test
  void assigning_to_who_has_it_without_a_note_changes_nothing() {
    twin.assign(id, COLLEAGUE, null);
    var assigned = twin.get(id);
    clock.advance(Duration.ofMinutes(5));

    twin.assign(id, COLLEAGUE, "");

    assertThat(twin.get(id)).isEqualTo(assigned);
    assertThat(inbox.timeline(id)).isEmpty();
  }

  @Test
  void an_unknown_user_is_rejected_unless_accepted() {
    var stranger = UserId.of("00A000000000099");
    assertRejected("Assignee is not valid.", () -> twin.assign(id, stranger, "Please"));
    assertThat(twin.get(id)).isEqualTo(before);
    assertThat(inbox.timeline(id)).isEmpty();

    accept(OpenQuestion.UNKNOWN_USER);
    twin.assign(id, stranger, null);
    assertThat(twin.get(id).assignee()).contains(stranger);
  }

  @Test
  void a_user_can_be_added() {
    var newcomer = UserId.of("00A000000000003");
    twin.addUser(newcomer, "New Comer", "new@example.com");

    twin.assign(id, newcomer, null);

    assertThat(twin.get(id).assignee()).contains(newcomer);
  }

  @Test
  void a_note_is_told_as_the_timeline_tells_it() {
    var note = twin.addNote(id, "Escalated");

    assertThat(note)
        .isEqualTo(
            TimelineEntry.withId(note.id())
                .type(EntryType.NOTE)
                .created(clock.instant())
                .content("Escalated")
                .createdBy(ME)
                .build());
    assertThat(inbox.timeline(id)).containsExactly(note);
    assertThat(twin.get(id).modified()).contains(clock.instant());
  }

  @Test
  void a_note_has_at_most_10000_code_points_wherever_it_is_given() {
    var longest = "ğ".repeat(10_000);
    twin.addNote(id, longest);
    var words = "note must be between 1 and 10000 characters long";

    assertRejected(words, () -> twin.addNote(id, longest + "x"));
    assertRejected(words, () -> twin.assign(id, COLLEAGUE, longest + "x"));

    assertThat(twin.notes(id)).hasSize(1);
    assertThat(twin.get(id).assignee()).isEmpty();
  }

  @Test
  void a_blank_note_is_rejected_unless_accepted() {
    assertRejected("Missing value for parameter note", () -> twin.addNote(id, " "));

    accept(OpenQuestion.BLANK_NOTE);
    assertThat(twin.addNote(id, " ").content()).isEqualTo(" ");
  }

  @Test
  void tags_are_replaced_whole_and_told_in_the_order_given() {
    twin.addTag(SUPPORT);
    twin.replaceTags(id, List.of(TagName.of("Old")));

    var tags = twin.replaceTags(id, List.of(VIP, SUPPORT, VIP));

    assertThat(tags).extracting(Tag::name).containsExactly("VIP", "Support");
    assertThat(tags)
        .extracting(tag -> tag.id().value())
        .containsExactly("etg000000000003", "etg000000000001");
    assertThat(twin.get(id).tags()).contains(tags);
    assertThat(twin.get(id).modified()).contains(clock.instant());
  }

  @Test
  void no_names_clear_the_tags() {
    twin.replaceTags(id, List.of(VIP));

    assertThat(twin.replaceTags(id, List.of())).isEmpty();

    assertThat(twin.get(id).tags()).contains(List.of());
  }

  @ParameterizedTest
  @EnumSource
  void no_names_clear_the_tags_if_the_server_takes_what_the_http_adapter_sends(
      TagClearing clearing) {
    twin.replaceTags(id, List.of(VIP));
    twin.behave(twin.behavior().toBuilder().tagClearing(clearing).build());
    boolean scalar = clearing == TagClearing.SCALAR || clearing == TagClearing.BOTH;

    if (scalar) {
      assertThat(twin.replaceTags(id, List.of())).isEmpty();
    } else {
      assertRejected("Missing value for parameter tags", () -> twin.replaceTags(id, List.of()));
    }

    assertThat(twin.get(id).tags().orElseThrow()).hasSize(scalar ? 0 : 1);
  }

  @Test
  void a_client_that_clears_tags_in_another_way_is_played_too() {
    twin.replaceTags(id, List.of(VIP));
    twin.behave(twin.behavior().toBuilder().tagClearing(TagClearing.SCALAR).build());

    assertRejected("Tag is not valid.", () -> twin.clearTags(id, EmptyTags.ELEMENT));
    twin.faults().inject(Operation.REPLACE_TAGS, Fault.executedLater(Duration.ofSeconds(5)));
    assertThatThrownBy(() -> twin.clearTags(id, EmptyTags.ELEMENT))
        .isInstanceOf(InboxException.OutcomeUnknown.class);
    clock.advance(Duration.ofSeconds(6));
    assertThat(twin.get(id).tags().orElseThrow()).hasSize(1);
    assertThatThrownBy(() -> twin.clearTags(ConversationId.of("none"), EmptyTags.ELEMENT))
        .isInstanceOf(InboxException.NotFound.class);

    assertThat(twin.clearTags(id, EmptyTags.SCALAR)).isEmpty();
  }

  @Test
  void an_unknown_tag_is_created_unless_rejected() {
    twin.addTag(SUPPORT);
    reject(OpenQuestion.UNKNOWN_TAG);

    assertRejected("Tag is not valid.", () -> twin.replaceTags(id, List.of(SUPPORT, VIP)));
    assertThat(twin.get(id)).isEqualTo(before);

    assertThat(twin.replaceTags(id, List.of(SUPPORT)))
        .extracting(Tag::name)
        .containsExactly("Support");
  }

  @Test
  void tag_names_are_exact_unless_they_are_folded() {
    var lower = TagName.of("vip");
    assertThat(twin.replaceTags(id, List.of(VIP, lower)))
        .extracting(Tag::name)
        .containsExactly("VIP", "vip");

    twin.behave(twin.behavior().toBuilder().tagNames(TagNames.FOLDED).build());
    assertThat(twin.addTag(TagName.of("SUPPORT")).name()).isEqualTo("SUPPORT");
    assertThat(twin.replaceTags(id, List.of(SUPPORT, TagName.of("support"))))
        .extracting(Tag::name)
        .containsExactly("SUPPORT");
  }

  @Test
  void a_tag_name_of_64_emoji_is_too_long_where_units_count() {
    var name = TagName.of("😀".repeat(64));
    twin.replaceTags(id, List.of(name));

    twin.behave(twin.behavior().toBuilder().lengthUnit(LengthUnit.UTF_16_UNITS).build());

    assertRejected(
        "tag must be between 1 and 64 characters long", () -> twin.replaceTags(id, List.of(name)));
  }

  @Test
  void a_case_needs_its_integration_to_be_active() {
    var described = SalesforceCase.through(SALESFORCE).describedAs("Cannot log in");
    assertRejected("Salesforce integration is not active.", () -> twin.createCase(id, described));
    assertThat(twin.cases(id)).isEmpty();

    twin.addIntegration(SALESFORCE);
    twin.createCase(id, described);
    twin.createCase(id, SalesforceCase.through(SALESFORCE));

    assertThat(twin.cases(id)).containsExactly(described, SalesforceCase.through(SALESFORCE));
    assertThat(twin.get(id).modified()).contains(clock.instant());
  }

  @Test
  void the_description_of_a_case_is_measured_like_every_text() {
    twin.addIntegration(SALESFORCE);
    twin.behave(twin.behavior().toBuilder().lengthUnit(LengthUnit.UTF_16_UNITS).build());
    var described = SalesforceCase.through(SALESFORCE).describedAs("😀".repeat(5_001));

    assertRejected(
        "case_description must be between 1 and 10000 characters long",
        () -> twin.createCase(id, described));
  }

  @Test
  void no_call_finds_what_was_never_received() {
    List.<Runnable>of(
            () -> twin.get(NOWHERE),
            () -> twin.timeline(NOWHERE, null),
            () -> twin.setStatus(NOWHERE, Status.OPEN),
            () -> twin.assign(NOWHERE, COLLEAGUE, null),
            () -> twin.addNote(NOWHERE, "Hello"),
            () -> twin.replaceTags(NOWHERE, List.of(VIP)),
            () -> twin.reply(NOWHERE, ReplyDraft.of("Hello")),
            () -> twin.createCase(NOWHERE, SalesforceCase.through(SALESFORCE)))
        .forEach(
            call ->
                assertThatThrownBy(call::run)
                    .isInstanceOfSatisfying(
                        InboxException.NotFound.class,
                        missing -> assertThat(missing.conversation()).contains(NOWHERE)));
  }
}
