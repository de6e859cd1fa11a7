package io.inboxport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {
  private static final ConversationId ID = ConversationId.of("eit1");
  private static final UserId USER = UserId.of("u2");

  private final RecordingGateway gateway = new RecordingGateway(Conversation.withId(ID).build());
  private final Inbox inbox = Inbox.over(gateway);

  @Test
  void listing_getting_and_asking_who_i_am_pass_through() {
    var query = ConversationQuery.open();

    assertThat(inbox.list(query).items()).containsExactly(gateway.conversation);
    assertThat(inbox.get(ID)).isSameAs(gateway.conversation);
    assertThat(inbox.me().user()).hasToString("u1");
    assertThat(gateway.calls).containsExactly("list " + query, "get eit1", "me");
  }

  @Test
  void opening_and_closing_set_the_status() {
    inbox.open(ID);
    inbox.close(ID);

    assertThat(gateway.calls).containsExactly("setStatus eit1 open", "setStatus eit1 closed");
  }

  @Test
  void assigning_may_bring_a_note() {
    assertThat(inbox.assign(ID, USER).assignee()).isEqualTo(USER);
    assertThat(inbox.assign(ID, USER, "VIP, please look").assignee()).isEqualTo(USER);

    assertThat(gateway.calls).containsExactly("assign eit1 u2", "assign eit1 u2 VIP, please look");
  }

  @Test
  void a_note_becomes_an_entry() {
    assertThat(inbox.addNote(ID, "Escalated").content()).isEqualTo("Escalated");
    assertThat(gateway.calls).containsExactly("addNote eit1 Escalated");
  }

  @Test
  void a_note_may_have_10000_code_points() {
    var longest = "\uD83D\uDE00".repeat(10_000);
    inbox.addNote(ID, longest);
    inbox.assign(ID, USER, longest);

    assertThat(gateway.calls).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10_001})
  void a_note_that_is_blank_or_too_long_never_leaves(int length) {
    var note = "x".repeat(length);

    assertThatThrownBy(() -> inbox.addNote(ID, note)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> inbox.assign(ID, USER, note))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(gateway.calls).isEmpty();
  }

  @Test
  void tags_are_replaced_with_repeats_folded() {
    var tags = inbox.replaceTags(ID, TagName.of("B"), TagName.of("A"), TagName.of("B"));
    inbox.replaceTags(ID, List.of(TagName.of("C"), TagName.of("C")));
    inbox.replaceTags(ID);

    assertThat(tags.tags()).extracting(Tag::name).containsExactly("B", "A");
    assertThat(tags.isAsAsked()).isTrue();
    assertThat(gateway.calls)
        .containsExactly("replaceTags eit1 [B, A]", "replaceTags eit1 [C]", "replaceTags eit1 []");
  }

  @Test
  void a_case_is_created() {
    inbox.createCase(ID, SalesforceCase.through(IntegrationId.of("sf1")));

    assertThat(gateway.calls).containsExactly("createCase eit1 sf1");
  }

  @Test
  void the_timeline_is_read_when_it_is_walked() {
    gateway.page(entry("e3"), entry("e2")).page(entry("e1")).page().page(entry("e1"));
    var timeline = inbox.timeline(ID);
    assertThat(gateway.calls).isEmpty();

    assertThat(timeline).extracting(TimelineEntry::id).hasToString("[e3, e2, e1]");
    assertThat(gateway.calls)
        .containsExactly(
            "timeline eit1", "timeline eit1 e2", "timeline eit1 e1", "timeline eit1 e2");
  }

  @Test
  void a_timeline_that_does_not_go_on_is_unreadable_and_says_where() {
    gateway.page(entry("e3"), entry("e2")).page(entry("e1"), entry("e2"));

    assertThatThrownBy(() -> inbox.timeline(ID).stream().toList())
        .isInstanceOf(UnreadableResponse.class)
        .hasMessage(
            "Read timeline of eit1: the answer cannot be used. The server gives nothing that leads"
                + " past entry e2: the timeline is incomplete. Try again later.");
  }

  @Test
  void a_timeline_of_which_nothing_can_be_read_is_no_empty_timeline() {
    var broken = new UnreadablePart("Timeline[0]", "It has no id.");
    gateway.pages.add(new TimelinePage(List.of(), List.of(broken)));

    assertThatThrownBy(() -> inbox.timeline(ID).iterator().hasNext())
        .isInstanceOf(UnreadableResponse.class)
        .hasMessageEndingWith(
            " The server gives no entry that can be read: the timeline is incomplete. Try again"
                + " later.");
  }

  private static TimelineEntry entry(String id) {
    return TimelineEntry.withId(TimelineEntryId.of(id)).build();
  }

  @Test
  @SuppressWarnings("NullAway")
  void nothing_works_without_a_gateway_or_an_id() {
    assertThatThrownBy(() -> Inbox.over(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("gateway");
    assertThatThrownBy(() -> inbox.timeline(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("id");
  }

  @Test
  void a_gateway_that_holds_nothing_need_not_be_told_how_to_close() {
    gateway.close();

    assertThat(gateway.calls).isEmpty();
  }
}
