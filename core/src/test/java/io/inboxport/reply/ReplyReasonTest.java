package io.inboxport.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReasonTest {
  private static final Network BLUESKY = Network.of("Bluesky");
  private static final ItemType STORY = ItemType.of("Story");

  private static final Map<ReplyReason, String> REFUSING =
      Map.of(
          new ReplyReason.ItemNotOpen(Status.CLOSED),
          "The item is closed: open it before you reply.",
          new ReplyReason.NoReplyChannel(Network.TIKTOK, ItemType.CONVERSATION),
          "The API sends no replies to items of type Conversation on TikTok:"
              + " answer on the network itself.",
          new ReplyReason.MessageBlank(),
          "The reply message is blank: give 1 to 10000 characters.",
          new ReplyReason.MessageTooLong(10_002),
          "The reply message has 10002 characters, the limit is 10000: shorten it by 2.",
          new ReplyReason.ContentUnsupported(ReplyContent.MEDIA, Network.INSTAGRAM, ItemType.POST),
          "The API ignores media in replies to items of type Post on Instagram:"
              + " leave it out, or call droppingUnsupported() on the draft.",
          new ReplyReason.ContentUnsupported(
              ReplyContent.PARENT_COMMENT, Network.TWITTER, ItemType.MENTION),
          "The API ignores a parent comment in replies to items of type Mention on Twitter:"
              + " leave it out, or call droppingUnsupported() on the draft.",
          new ReplyReason.SenderOfAnotherNetwork(Network.TIKTOK, Network.FACEBOOK),
          "The credential is a profile on TikTok, and the item is on Facebook: name a credential of"
              + " that network, or none.",
          new ReplyReason.SenderInvalid(),
          "The credential is invalid: connect the profile again in Oktopost, or name another.");

  private static final Map<ReplyReason, String> LEAVING_OPEN =
      Map.of(
          new ReplyReason.UnknownNetwork(BLUESKY),
          "It is not known what the network \"Bluesky\" supports.",
          new ReplyReason.UnknownItemType(STORY),
          "It is not known how to reply to items of type \"Story\".",
          new ReplyReason.UnknownStatus(Status.of("pending")),
          "It is not known whether an item that is \"pending\" may be replied to.");

  @Test
  void every_reason_is_a_sentence() {
    REFUSING.forEach((reason, sentence) -> assertThat(reason.describe()).isEqualTo(sentence));
    LEAVING_OPEN.forEach((reason, sentence) -> assertThat(reason.describe()).isEqualTo(sentence));
  }

  @Test
  void what_the_server_does_not_say_is_no_word_that_nobody_knows() {
    var bare = Conversation.withId(ConversationId.of("eit1")).build();

    assertThat(ReplyVerdict.on(bare, ReplyDraft.of("On it!")).reasons())
        .allMatch(ReplyReason::leavesOpen)
        .extracting(ReplyReason::describe)
        .containsExactly(
            "The server does not say the item's status.",
            "The server does not say the item's network.",
            "The server does not say the item's type.");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 5, 10_000})
  void a_message_within_the_limit_is_not_too_long(int length) {
    assertThatThrownBy(() -> new ReplyReason.MessageTooLong(length))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A reply message of " + length + " characters is not too long.");
  }

  @Test
  void only_what_is_unknown_leaves_the_question_open() {
    assertThat(REFUSING.keySet()).noneMatch(ReplyReason::leavesOpen);
    assertThat(LEAVING_OPEN.keySet()).allMatch(ReplyReason::leavesOpen);
  }

  @Test
  void every_kind_of_reason_is_looked_at_here() {
    assertThat(ReplyReason.class.getPermittedSubclasses())
        .allSatisfy(
            kind ->
                assertThat(REFUSING.keySet().stream().anyMatch(kind::isInstance))
                    .isNotEqualTo(LEAVING_OPEN.keySet().stream().anyMatch(kind::isInstance)));
  }
}
