package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.mention;
import static io.inboxport.inmemory.InboundItem.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboundTest extends Twin {
  @Test
  void an_item_is_as_it_was_received() {
    var id =
        twin.receive(
            mention()
                .withId(ConversationId.of("eit000000000042"))
                .on(Network.TIKTOK)
                .receivedBy("Acme Inc")
                .tagged(TagName.of("VIP"), TagName.of("VIP"))
                .assignedTo(COLLEAGUE)
                .closed()
                .at(Instant.parse("2025-03-01T10:00:00.987Z")));

    var received = Instant.parse("2025-03-01T10:00:00Z");
    assertThat(twin.get(id))
        .isEqualTo(
            Conversation.withId(ConversationId.of("eit000000000042"))
                .created(received)
                .modified(received)
                .status(Status.CLOSED)
                .network(Network.TIKTOK)
                .itemType(ItemType.MENTION)
                .assignee(COLLEAGUE)
                .profileName("Acme Inc")
                .tags(List.of(new Tag(TagId.of("etg000000000001"), "VIP")))
                .build());
  }

  @Test
  void where_nothing_is_said_it_is_open_on_facebook_now_and_says_nothing() {
    clock.set(NOON.plusMillis(999));

    var item = twin.get(twin.receive(post()));

    assertThat(item)
        .isEqualTo(
            Conversation.withId(ConversationId.of("eit000000000001"))
                .created(NOON)
                .modified(NOON)
                .status(Status.OPEN)
                .network(Network.FACEBOOK)
                .itemType(ItemType.POST)
                .tags(List.of())
                .build());
    assertThat(inbox.timeline(item.id())).isEmpty();
  }

  @Test
  void ids_are_counted_and_skip_those_taken() {
    twin.receive(post().withId(ConversationId.of("eit000000000002")));

    assertThat(List.of(twin.receive(post()), twin.receive(post()), twin.receive(post())))
        .extracting(ConversationId::value)
        .containsExactly("eit000000000001", "eit000000000003", "eit000000000004");
  }

  @Test
  void an_id_is_taken_once() {
    var taken = post().withId(ConversationId.of("mine"));
    twin.receive(taken);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> twin.receive(taken.tagged(TagName.of("VIP"))))
        .withMessageContaining("The id mine is taken");
    assertThat(twin.addTag(TagName.of("Other")).id()).isEqualTo(TagId.of("etg000000000001"));
  }

  @Test
  void the_text_of_an_item_opens_its_timeline() {
    var message = twin.receive(directMessage().saying("My invoice is wrong"));
    var comment = twin.receive(post().saying("Nice").at(NOON.minusSeconds(60)));

    assertThat(inbox.timeline(message))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.id()).hasToString("eat000000000001");
              assertThat(entry.type()).isEqualTo(EntryType.MESSAGE);
              assertThat(entry.content()).isEqualTo("My invoice is wrong");
              assertThat(entry.createdBy()).isEmpty();
            });
    assertThat(inbox.timeline(comment))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.type()).isEqualTo(EntryType.COMMENT);
              assertThat(entry.created()).contains(NOON.minusSeconds(60));
            });
  }

  @Test
  void new_inbound_activity_opens_a_closed_item() {
    var said = twin.receive(directMessage().closed());
    var liked = twin.receive(post().closed());
    clock.advance(Duration.ofHours(1));

    var first = twin.customerSays(said, "Are you there?");
    var second = twin.happens(liked, EntryType.LIKE, "");

    assertThat(twin.get(said).status()).isEqualTo(Status.OPEN);
    assertThat(twin.get(liked).status()).isEqualTo(Status.OPEN);
    assertThat(twin.get(liked).modified()).contains(clock.instant());
    assertThat(inbox.timeline(said)).extracting(TimelineEntry::id).containsExactly(first);
    assertThat(inbox.timeline(liked))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.id()).isEqualTo(second);
              assertThat(entry.type()).isEqualTo(EntryType.LIKE);
            });
  }

  @Test
  void an_entry_recorded_elsewhere_is_told_as_it_is_and_changes_nothing_else() {
    var id = twin.receive(directMessage().closed().saying("Hello"));
    var before = twin.get(id);
    clock.advance(Duration.ofHours(1));
    var share =
        TimelineEntry.withId(TimelineEntryId.of("eat000000000002"))
            .type(EntryType.of("reaction"))
            .content("♥")
            .build();

    twin.addEntry(id, share);
    twin.setStatus(id, Status.OPEN);
    var note = twin.addNote(id, "Counted past the one given");

    assertThat(note.id()).hasToString("eat000000000003");
    assertThat(inbox.timeline(id).olderThan(note.id()).stream().limit(1)).containsExactly(share);
    assertThat(inbox.timeline(id).olderThan(share.id()))
        .extracting(TimelineEntry::content)
        .containsExactly("Hello");
    assertThat(twin.get(id).created()).isEqualTo(before.created());
  }

  @Test
  void the_id_of_a_recorded_entry_is_taken_once_in_all_timelines() {
    var id = twin.receive(directMessage().saying("Hello"));
    var other = twin.receive(directMessage());
    twin.addEntry(id, TimelineEntry.withId(TimelineEntryId.of("mine")).build());

    for (var taken : List.of("mine", "eat000000000001")) {
      var entry = TimelineEntry.withId(TimelineEntryId.of(taken)).build();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> twin.addEntry(other, entry))
          .withMessage("The entry id " + taken + " is taken: give another.");
    }
    assertThat(inbox.timeline(other)).isEmpty();
  }

  @Test
  void nothing_can_happen_to_what_was_never_received() {
    assertThatIllegalArgumentException().isThrownBy(() -> twin.customerSays(NOWHERE, "Hello"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> twin.happens(NOWHERE, EntryType.LIKE, ""));
  }

  @Test
  @SuppressWarnings("NullAway") // What the compiler forbids, others may still do.
  void null_is_refused_and_leaves_no_trace() {
    var id = twin.receive(directMessage());

    assertThatNullPointerException().isThrownBy(() -> twin.customerSays(id, null));
    assertThatNullPointerException().isThrownBy(() -> twin.happens(id, EntryType.LIKE, null));
    assertThatNullPointerException().isThrownBy(() -> twin.addUser(ME, null, ""));
    assertThatNullPointerException().isThrownBy(() -> twin.reply(id, null));

    assertThat(inbox.timeline(id)).isEmpty();
    assertThat(twin.me().userName()).isNotEmpty();
  }

  @Test
  void the_caller_is_told_who_they_are() {
    assertThat(twin.me().user()).isEqualTo(ME);
    assertThat(twin.me().account()).hasToString("001000000000001");

    twin.addUser(ME, "Ada Agent", "ada@example.com");

    assertThat(twin.me().userName()).isEqualTo("Ada Agent");
    assertThat(twin.me().email()).isEqualTo("ada@example.com");
  }

  @Test
  void no_text_of_a_customer_is_told_by_an_item() {
    assertThat(directMessage().saying("secret").receivedBy("secret"))
        .hasToString("InboundItem[Facebook Conversation]");
  }
}
