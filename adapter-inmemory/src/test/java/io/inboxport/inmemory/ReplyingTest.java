package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.inmemory.ServerBehavior.LengthUnit;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyCapabilities;
import io.inboxport.reply.ReplyChannel;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.timeline.TimelineEntry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyingTest extends Twin {
  private static final ReplyDraft HELLO = ReplyDraft.of("Hello");
  private static final CredentialId SENDER = CredentialId.of("003-001000000000001-9876");
  private static final CommentId COMMENT = CommentId.of("eit000000000777");
  private static final Map<String, String> PHOTO = Map.of("url", "https://example.com/a.png");

  @Test
  void a_reply_to_a_direct_message_joins_the_timeline_as_a_message_of_the_caller() {
    var id = twin.receive(directMessage());
    clock.advance(Duration.ofMinutes(5));

    twin.reply(id, HELLO);

    assertThat(inbox.timeline(id))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.type()).isEqualTo(EntryType.MESSAGE);
              assertThat(entry.content()).isEqualTo("Hello");
              assertThat(entry.createdBy()).contains(ME);
              assertThat(entry.created()).contains(clock.instant());
            });
    assertThat(twin.get(id).modified()).contains(clock.instant());
    assertThat(twin.replies(id)).containsExactly(HELLO);
  }

  @Test
  void a_reply_to_a_public_item_joins_the_timeline_as_a_comment() {
    var id = twin.receive(post());

    twin.reply(id, HELLO);

    assertThat(inbox.timeline(id))
        .extracting(TimelineEntry::type)
        .containsExactly(EntryType.COMMENT);
  }

  @Test
  void each_cell_of_the_reply_table_decides_what_arrives() {
    for (var cell : ReplyCapabilities.all()) {
      var id = twin.receive(InboundItem.of(cell.itemType()).on(cell.network()));
      var full = HELLO.under(COMMENT).attaching(PHOTO);
      if (cell.channel() == ReplyChannel.NONE) {
        assertRejected("Replying is not supported for this network.", () -> twin.reply(id, full));
        assertThat(twin.replies(id)).isEmpty();
      } else {
        twin.reply(id, full);
        assertThat(twin.replies(id))
            .singleElement()
            .satisfies(
                arrived -> {
                  assertThat(arrived.parentComment().isPresent())
                      .as("%s", cell)
                      .isEqualTo(cell.threading());
                  assertThat(arrived.media().isEmpty()).as("%s", cell).isEqualTo(!cell.media());
                });
      }
    }
  }

  @Test
  void what_arrives_does_not_tell_how_it_was_drafted() {
    var id = twin.receive(directMessage());

    twin.reply(id, HELLO.droppingUnsupported().under(COMMENT));

    assertThat(twin.replies(id)).containsExactly(HELLO);
  }

  @Test
  void a_closed_item_refuses_a_reply_and_stays_as_it_is() {
    var id = twin.receive(directMessage().closed());
    var before = twin.get(id);
    clock.advance(Duration.ofMinutes(5));

    assertRejected("Conversation is not open.", () -> twin.reply(id, HELLO));

    assertThat(twin.get(id)).isEqualTo(before);
    assertThat(inbox.timeline(id)).isEmpty();
    assertThat(twin.replies(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 409, 422})
  void the_status_that_refuses_a_reply_to_a_closed_item_can_be_chosen(int status) {
    twin.behave(twin.behavior().toBuilder().closedStatus(status).build());
    var id = twin.receive(directMessage().closed());

    assertRejected(status, "Conversation is not open.", () -> twin.reply(id, HELLO));
  }

  @Test
  void an_item_in_an_unknown_status_is_not_open() {
    var id = twin.receive(directMessage().withStatus(Status.of("snoozed")));

    assertRejected("Conversation is not open.", () -> twin.reply(id, HELLO));
  }

  @Test
  void replies_to_closed_items_can_be_accepted() {
    accept(OpenQuestion.REPLY_TO_CLOSED);
    var id = twin.receive(directMessage().closed());

    twin.reply(id, HELLO);

    assertThat(twin.get(id).status()).isEqualTo(Status.CLOSED);
    assertThat(twin.replies(id)).containsExactly(HELLO);
  }

  @Test
  void a_network_or_type_in_no_row_of_the_table_is_not_supported_unless_accepted() {
    var network = twin.receive(directMessage().on(Network.of("Mastodon")));
    var type = twin.receive(InboundItem.of(ItemType.of("Review")));
    var full = HELLO.under(COMMENT).attaching(PHOTO);
    assertRejected("Replying is not supported for this network.", () -> twin.reply(network, full));
    assertRejected("Replying is not supported for this network.", () -> twin.reply(type, full));

    accept(OpenQuestion.UNDETERMINED_CHANNEL);
    twin.reply(network, full);
    twin.reply(type, full);

    assertThat(twin.replies(network)).containsExactly(full);
    assertThat(twin.replies(type)).containsExactly(full);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void a_blank_message_is_rejected(String blank) {
    var id = twin.receive(directMessage());

    assertRejected(
        "Missing value for parameter message", () -> twin.reply(id, ReplyDraft.of(blank)));
  }

  @Test
  void a_message_has_at_most_10000_code_points() {
    var id = twin.receive(directMessage());
    twin.reply(id, ReplyDraft.of("😀".repeat(10_000)));

    assertRejected(
        "message must be between 1 and 10000 characters long",
        () -> twin.reply(id, ReplyDraft.of("😀".repeat(10_001))));

    assertThat(twin.replies(id)).hasSize(1);
  }

  @Test
  void the_limits_can_count_utf_16_units() {
    twin.behave(twin.behavior().toBuilder().lengthUnit(LengthUnit.UTF_16_UNITS).build());
    var id = twin.receive(directMessage());
    twin.reply(id, ReplyDraft.of("😀".repeat(5_000)));

    assertRejected(
        "message must be between 1 and 10000 characters long",
        () -> twin.reply(id, ReplyDraft.of("😀".repeat(5_000) + "x")));
  }

  @Test
  void the_credential_must_be_known_unless_accepted() {
    var id = twin.receive(directMessage());
    var draft = HELLO.from(SENDER);
    assertRejected("Credential is not valid.", () -> twin.reply(id, draft));

    accept(OpenQuestion.UNKNOWN_CREDENTIAL);
    twin.reply(id, draft);

    assertThat(twin.replies(id)).containsExactly(draft);
  }

  @Test
  void the_credential_must_be_of_the_items_network_unless_accepted() {
    twin.addCredential(SENDER, Network.FACEBOOK);
    var same = twin.receive(directMessage().on(Network.of("facebook")));
    var other = twin.receive(directMessage().on(Network.LINKEDIN));
    twin.reply(same, HELLO.from(SENDER));
    assertRejected(
        "Credential does not belong to this network.", () -> twin.reply(other, HELLO.from(SENDER)));

    accept(OpenQuestion.CREDENTIAL_OF_ANOTHER_NETWORK);
    twin.reply(other, HELLO.from(SENDER));

    assertThat(twin.replies(other)).hasSize(1);
  }

  @Test
  void a_parent_comment_that_the_twin_never_saw_can_be_rejected() {
    var id = twin.receive(post());
    twin.reply(id, HELLO.under(COMMENT));
    reject(OpenQuestion.UNKNOWN_PARENT_COMMENT);
    var item = twin.receive(InboundItem.reply());
    var entry = twin.customerSays(id, "Really?");

    twin.reply(id, HELLO.under(CommentId.of(item.value())));
    twin.reply(id, HELLO.under(CommentId.of(entry.value())));
    assertRejected("Parent comment is not valid.", () -> twin.reply(id, HELLO.under(COMMENT)));

    assertThat(twin.replies(id)).hasSize(3);
  }

  @Test
  void asking_for_what_was_sent_to_an_unknown_conversation_is_a_mistake_of_the_test() {
    var unknown = ConversationId.of("eit1");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> twin.replies(unknown))
        .withMessage("There is no conversation eit1: receive an item with this id first.");
  }
}
