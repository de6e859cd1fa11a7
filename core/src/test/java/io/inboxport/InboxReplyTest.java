package io.inboxport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.call.InboxException.ReplyRefused;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.LengthLimits;
import io.inboxport.reply.ReplyContent;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.reply.ReplyReason;
import io.inboxport.reply.ReplyVerdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxReplyTest {
  private static final ConversationId ID = ConversationId.of("eit1");
  private static final Conversation ITEM =
      Conversation.withId(ID)
          .network(Network.INSTAGRAM)
          .itemType(ItemType.POST)
          .status(Status.OPEN)
          .build();
  private static final ReplyDraft DRAFT =
      ReplyDraft.of("On it!").from(CredentialId.of("cr1")).under(CommentId.of("c1"));

  private final RecordingGateway gateway = new RecordingGateway(ITEM);
  private final Inbox inbox = Inbox.over(gateway);

  @Test
  void a_reply_is_judged_by_the_item_as_it_is_now_and_sent_once() {
    var receipt = inbox.reply(ID, DRAFT);

    assertThat(gateway.calls).containsExactly("get eit1", "reply eit1");
    assertThat(gateway.sent).containsExactly(DRAFT);
    assertThat(receipt.conversation()).isEqualTo(ID);
    assertThat(receipt.verdict().isAllowed()).isTrue();
    assertThat(receipt.dropped()).isEmpty();
  }

  @Test
  void nothing_is_sent_when_the_answer_is_about_another_conversation() {
    gateway.conversation = Conversation.withId(ConversationId.of("eit2")).build();

    assertThatThrownBy(() -> inbox.reply(ID, DRAFT))
        .isInstanceOf(UnreadableResponse.class)
        .hasMessageContaining("eit2");
    assertThatThrownBy(() -> inbox.editTags(ID, names -> names))
        .isInstanceOf(UnreadableResponse.class);
    assertThat(gateway.sent).isEmpty();
    assertThat(gateway.calls).containsExactly("get eit1", "get eit1");
  }

  @Test
  void an_item_in_hand_is_not_read_again() {
    inbox.reply(ITEM, DRAFT);

    assertThat(gateway.calls).containsExactly("reply eit1");
  }

  @Test
  void asking_needs_no_call() {
    assertThat(inbox.canReply(ITEM, DRAFT).isAllowed()).isTrue();
    assertThat(inbox.canReply(ITEM, ReplyDraft.of("")).isRefused()).isTrue();
    assertThat(gateway.calls).isEmpty();
  }

  @Test
  void nothing_is_sent_when_a_rule_refuses() {
    gateway.conversation = ITEM.toBuilder().status(Status.CLOSED).build();
    var draft = ReplyDraft.of("").attaching(Map.of("id", "1"));

    var refused = catchThrowableOfType(ReplyRefused.class, () -> inbox.reply(ID, draft));

    assertThat(gateway.calls).containsExactly("get eit1");
    assertThat(refused.verdict()).isEqualTo(inbox.canReply(gateway.conversation, draft));
    assertThat(refused.verdict().reasons())
        .containsExactly(
            new ReplyReason.ItemNotOpen(Status.CLOSED),
            new ReplyReason.MessageBlank(),
            new ReplyReason.ContentUnsupported(
                ReplyContent.MEDIA, Network.INSTAGRAM, ItemType.POST));
  }

  @Test
  void the_refusal_says_every_reason() {
    gateway.conversation = ITEM.toBuilder().status(Status.CLOSED).build();

    assertThatThrownBy(() -> inbox.reply(ID, ReplyDraft.of(" ")))
        .hasMessage(
            "Cannot reply to eit1. The item is closed: open it before you reply."
                + " The reply message is blank: give 1 to 10000 characters.");
  }

  @Test
  void what_the_network_ignores_is_left_out_when_the_draft_allows_it() {
    var receipt = inbox.reply(ID, DRAFT.attaching(Map.of("id", "1")).droppingUnsupported());

    assertThat(gateway.sent).containsExactly(DRAFT.droppingUnsupported());
    assertThat(receipt.dropped()).containsExactly(ReplyContent.MEDIA);
  }

  @Test
  void what_nobody_knows_is_left_to_the_server_and_sent_whole() {
    gateway.conversation = ITEM.toBuilder().network(Network.of("Bluesky")).build();
    var draft = DRAFT.attaching(Map.of("id", "1")).droppingUnsupported();

    var receipt = inbox.reply(ID, draft);

    assertThat(gateway.sent).containsExactly(draft);
    assertThat(receipt.verdict()).isInstanceOf(ReplyVerdict.Undetermined.class);
  }

  @Test
  void a_reply_that_the_network_may_drop_is_sent_with_advice() {
    var draft = ReplyDraft.of("x".repeat(2201));

    assertThat(inbox.reply(ID, draft).advice()).hasSize(1);
    assertThat(inbox.advisedBy(LengthLimits.none()).reply(ID, draft).advice()).isEmpty();
    assertThat(gateway.sent).containsExactly(draft, draft);
  }

  @Test
  @SuppressWarnings("NullAway")
  void a_reply_needs_a_draft_before_anything_is_read() {
    assertThatThrownBy(() -> inbox.reply(ID, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("draft");
    assertThat(gateway.calls).isEmpty();
  }
}
