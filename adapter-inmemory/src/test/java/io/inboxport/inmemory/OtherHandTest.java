package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException.NotFound;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Deletions and edits by another hand. */
class OtherHandTest extends Twin {
  private final ConversationId id = twin.receive(directMessage().saying("Hello"));

  @Test
  void a_deleted_entry_is_in_no_page_no_note_and_no_search() {
    var deleted = twin.addNote(id, "Secret").id();
    var kept = twin.addNote(id, "Known");

    twin.deleteEntry(id, deleted);

    assertThat(inbox.timeline(id))
        .extracting(TimelineEntry::content)
        .containsExactly("Known", "Hello");
    assertThat(twin.notes(id)).containsExactly(kept);
    assertThat(twin.list(ConversationQuery.all().matching("secret")).items()).isEmpty();
    assertThat(twin.timeline(id, kept.id()).entries()).hasSize(1);
  }

  @Test
  void a_deleted_entry_is_an_unknown_cursor_and_can_be_deleted_once() {
    var deleted = twin.customerSays(id, "Forget it");
    twin.deleteEntry(id, deleted);

    assertRejected("Failed to parse last_loaded_id", () -> twin.timeline(id, deleted));
    assertThatIllegalArgumentException().isThrownBy(() -> twin.deleteEntry(id, deleted));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> twin.editEntry(id, deleted, "Again"))
        .withMessage(
            "There is no entry " + deleted + " in conversation " + id + ": give one of its own.");
    assertThat(twin.customerSays(id, "Next")).isNotEqualTo(deleted);
  }

  @Test
  void an_entry_of_another_item_is_not_deleted() {
    var other = twin.receive(directMessage().saying("Hi"));
    var entry = twin.timeline(other, null).entries().get(0).id();

    assertThatIllegalArgumentException().isThrownBy(() -> twin.deleteEntry(id, entry));
    assertThatIllegalArgumentException().isThrownBy(() -> twin.deleteEntry(NOWHERE, entry));
    assertThat(inbox.timeline(other)).hasSize(1);
  }

  @Test
  void a_page_is_full_although_entries_were_deleted() {
    var ids = new ArrayList<TimelineEntryId>();
    for (int i = 0; i < 60; i++) {
      ids.add(twin.customerSays(id, "Text " + i));
    }
    for (int i = 59; i > 29; i -= 2) {
      twin.deleteEntry(id, ids.get(i));
    }

    assertThat(twin.timeline(id, null).entries()).hasSize(20);
    assertThat(inbox.timeline(id)).hasSize(46);
  }

  @Test
  void an_entry_that_came_with_an_id_can_be_edited_and_deleted_as_well() {
    var given = TimelineEntryId.of("recorded-1");
    twin.addEntry(
        id,
        TimelineEntry.withId(given)
            .type(EntryType.MESSAGE)
            .createdBy(UserId.of("0"))
            .content("A")
            .build());

    twin.editEntry(id, given, "B");
    var edited = twin.timeline(id, null).entries().get(0);
    assertThat(edited.content()).isEqualTo("B");
    assertThat(edited.createdBy()).contains(UserId.of("0"));
    assertThat(edited.created()).isEmpty();

    twin.deleteEntry(id, given);
    assertThat(inbox.timeline(id)).extracting(TimelineEntry::content).containsExactly("Hello");
  }

  @Test
  void an_edit_changes_the_text_and_not_what_was_sent() {
    twin.reply(id, ReplyDraft.of("On it!"));
    var reply = twin.timeline(id, null).entries().get(0);

    twin.editEntry(id, reply.id(), "Never mind");

    assertThat(twin.timeline(id, null).entries().get(0))
        .isEqualTo(
            TimelineEntry.withId(reply.id())
                .type(reply.type())
                .created(reply.created().orElseThrow())
                .createdBy(ME)
                .content("Never mind")
                .build());
    assertThat(twin.replies(id)).containsExactly(ReplyDraft.of("On it!"));
  }

  @Test
  void a_deleted_conversation_is_nowhere_and_the_others_stay() {
    var deleted =
        twin.receive(directMessage().saying("Bye").tagged(TagName.of("VIP")).assignedTo(COLLEAGUE));

    twin.deleteConversation(deleted);

    assertThatThrownBy(() -> twin.get(deleted)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> twin.timeline(deleted, null)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> twin.setStatus(deleted, Status.CLOSED)).isInstanceOf(NotFound.class);
    assertThatIllegalArgumentException().isThrownBy(() -> twin.replies(deleted));
    assertThatIllegalArgumentException().isThrownBy(() -> twin.deleteConversation(deleted));
    assertThat(twin.list(ConversationQuery.all()).items())
        .extracting(Conversation::id)
        .containsExactly(id);
    for (var query :
        new ConversationQuery[] {
          ConversationQuery.all().tagged(TagName.of("VIP")),
          ConversationQuery.all().assignedTo(COLLEAGUE),
          ConversationQuery.all().matching("bye")
        }) {
      assertThat(twin.list(query).total()).hasValue(0);
    }
  }

  @Test
  void a_new_item_may_take_the_id_of_a_deleted_one_and_has_nothing_of_it() {
    twin.addNote(id, "Old");
    twin.deleteConversation(id);

    twin.receive(directMessage().withId(id).saying("New"));

    assertThat(inbox.timeline(id)).extracting(TimelineEntry::content).containsExactly("New");
    assertThat(twin.list(ConversationQuery.all()).total()).hasValue(1);
  }
}
