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
  ITEM_IS_OPEN {
    @Override
    @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
      var known = item.status().known();
      if (known.isEmpty()) {
        return new ReplyReason.UnknownStatus(item.status());
      }
      return known.get() == Status.Known.OPEN ? null : new ReplyReason.ItemNotOpen(item.status());
    }
  },
  /** The table of replies has a row for the network. */
  NETWORK_IS_KNOWN {
    @Override
    @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
      return item.network().known().isPresent()
          ? null
          : new ReplyReason.UnknownNetwork(item.network());
    }
  },
  /** The table of replies has a column for the item type. */
  ITEM_TYPE_IS_KNOWN {
    @Override
    @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
      return item.itemType().known().isPresent()
          ? null
          : new ReplyReason.UnknownItemType(item.itemType());
    }
  },
  /** The network takes replies to such items. */
  ITEM_HAS_CHANNEL {
    @Override
    @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
      return can.channel() == ReplyChannel.NONE
          ? new ReplyReason.NoReplyChannel(item.network(), item.itemType())
          : null;
    }
  },
  /** The message is not blank. */
  MESSAGE_IS_GIVEN {
    @Override
    @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
      return draft.message().isBlank() ? new ReplyReason.MessageBlank() : null;
    }
  },
  /** The message is no longer than the API takes. */
  MESSAGE_IS_SHORT_ENOUGH {
    @Override
    @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
      return TextLimit.REPLY_MESSAGE.isExceededBy(draft.message())
          ? new ReplyReason.MessageTooLong(TextLimit.lengthOf(draft.message()))
          : null;
    }
  },
  /** The reply can be threaded under a comment, if the draft names one. */
  PARENT_COMMENT_IS_SUPPORTED {
    @Override
    @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
      return unsupported(ReplyContent.PARENT_COMMENT, item, draft, can);
    }
  },
  /** The reply can carry media, if the draft holds any. */
  MEDIA_IS_SUPPORTED {
    @Override
    @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
      return unsupported(ReplyContent.MEDIA, item, draft, can);
    }
  };

  /** Returns the reason that speaks against the reply, or null if the rule lets it pass. */
  abstract @Nullable ReplyReason objection(
      Conversation item, ReplyDraft draft, ReplyCapability can);

  private static @Nullable ReplyReason unsupported(
      ReplyContent content, Conversation item, ReplyDraft draft, ReplyCapability can) {
    return !draft.dropsUnsupported() && can.ignores(content, draft)
        ? new ReplyReason.ContentUnsupported(content, item.network(), item.itemType())
        : null;
  }
}
