package io.inboxport.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules one by one; {@link ReplyTruthTableTest} tests them together. */
class ReplyRuleTest {
  private static final Conversation OPEN_POST =
      Conversation.withId(ConversationId.of("eit1"))
          .network(Network.FACEBOOK)
          .itemType(ItemType.POST)
          .status(Status.OPEN)
          .build();
  private static final ReplyDraft FULL =
      ReplyDraft.of("On it!").under(CommentId.of("c1")).attaching(Map.of("id", "1"));

  @ParameterizedTest
  @EnumSource
  void a_full_reply_to_an_open_post_passes(ReplyRule rule) {
    assertThat(objection(rule, OPEN_POST, FULL)).isNull();
  }

  @Test
  void each_rule_objects_to_what_it_is_about() {
    var closed = OPEN_POST.toBuilder().status(Status.CLOSED).build();
    var strange = OPEN_POST.toBuilder().network(Network.of("Bluesky")).build();
    var story = OPEN_POST.toBuilder().itemType(ItemType.of("Story")).build();
    var message =
        OPEN_POST.toBuilder().network(Network.YOUTUBE).itemType(ItemType.CONVERSATION).build();
    var tweet = OPEN_POST.toBuilder().network(Network.TWITTER).build();
    var video = OPEN_POST.toBuilder().network(Network.YOUTUBE).build();

    assertObjects(ReplyRule.ITEM_IS_OPEN, closed, FULL, ReplyReason.ItemNotOpen.class);
    assertObjects(ReplyRule.NETWORK_IS_KNOWN, strange, FULL, ReplyReason.UnknownNetwork.class);
    assertObjects(ReplyRule.ITEM_TYPE_IS_KNOWN, story, FULL, ReplyReason.UnknownItemType.class);
    assertObjects(ReplyRule.ITEM_HAS_CHANNEL, message, FULL, ReplyReason.NoReplyChannel.class);
    assertObjects(
        ReplyRule.MESSAGE_IS_GIVEN, OPEN_POST, ReplyDraft.of(" "), ReplyReason.MessageBlank.class);
    assertObjects(
        ReplyRule.MESSAGE_IS_SHORT_ENOUGH,
        OPEN_POST,
        ReplyDraft.of("x".repeat(10_001)),
        ReplyReason.MessageTooLong.class);
    assertObjects(
        ReplyRule.PARENT_COMMENT_IS_SUPPORTED, tweet, FULL, ReplyReason.ContentUnsupported.class);
    assertObjects(ReplyRule.MEDIA_IS_SUPPORTED, video, FULL, ReplyReason.ContentUnsupported.class);
  }

  private static void assertObjects(
      ReplyRule rule, Conversation item, ReplyDraft draft, Class<? extends ReplyReason> reason) {
    assertThat(objection(rule, item, draft)).isInstanceOf(reason);
  }

  private static @Nullable ReplyReason objection(
      ReplyRule rule, Conversation item, ReplyDraft draft) {
    return rule.objection(item, draft, ReplyCapabilities.of(item.network(), item.itemType()));
  }
}
