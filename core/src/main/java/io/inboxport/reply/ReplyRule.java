package io.inboxport.reply;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.Status;
import io.inboxport.text.TextLimit;
import org.jspecify.annotations.Nullable;

/**
 * Rules of a reply, in the order in which a verdict names its reasons. Each rule judges on its own,
 * so that a verdict carries every reason and not only the first.
 */
enum ReplyRule {
  /** Only an open item can be replied to. */
  ITEM_IS_OPEN,
  /** The table of replies has the network. */
  NETWORK_IS_KNOWN,
  /** The table of replies has the item type. */
  ITEM_TYPE_IS_KNOWN,
  /** The network takes replies to such items. */
  ITEM_HAS_CHANNEL,
  /** The message is not blank. */
  MESSAGE_IS_GIVEN,
  /** The message is no longer than the API takes. */
  MESSAGE_IS_SHORT_ENOUGH,
  /** The reply can be threaded under a comment, if the draft names one. */
  PARENT_COMMENT_IS_SUPPORTED,
  /** The reply can carry media, if the draft holds any. */
  MEDIA_IS_SUPPORTED;

  /** Returns the reason that speaks against the reply, or null if the rule lets it pass. */
  @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
    return switch (this) {
      case ITEM_IS_OPEN -> itemIsOpen(item.status());
      case NETWORK_IS_KNOWN ->
          item.network().known().isPresent()
              ? null
              : new ReplyReason.UnknownNetwork(item.network());
      case ITEM_TYPE_IS_KNOWN ->
          item.itemType().known().isPresent()
              ? null
              : new ReplyReason.UnknownItemType(item.itemType());
      case ITEM_HAS_CHANNEL ->
          can.channel() == ReplyChannel.NONE
              ? new ReplyReason.NoReplyChannel(item.network(), item.itemType())
              : null;
      case MESSAGE_IS_GIVEN -> draft.message().isBlank() ? new ReplyReason.MessageBlank() : null;
      case MESSAGE_IS_SHORT_ENOUGH ->
          TextLimit.REPLY_MESSAGE.isExceededBy(draft.message())
              ? new ReplyReason.MessageTooLong(TextLimit.lengthOf(draft.message()))
              : null;
      case PARENT_COMMENT_IS_SUPPORTED -> supported(ReplyContent.PARENT_COMMENT, item, draft, can);
      case MEDIA_IS_SUPPORTED -> supported(ReplyContent.MEDIA, item, draft, can);
    };
  }

  private static @Nullable ReplyReason itemIsOpen(Status status) {
    var known = status.known();
    if (known.isEmpty()) {
      return new ReplyReason.UnknownStatus(status);
    }
    return known.get() == Status.Known.OPEN ? null : new ReplyReason.ItemNotOpen(status);
  }

  private static @Nullable ReplyReason supported(
      ReplyContent content, Conversation item, ReplyDraft draft, ReplyCapability can) {
    return !draft.dropsUnsupported() && can.ignores(content, draft)
        ? new ReplyReason.ContentUnsupported(content, item.network(), item.itemType())
        : null;
  }
}
