package io.inboxport.reply;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.Status;
import io.inboxport.text.TextLimit;
import org.jspecify.annotations.Nullable;

/** The rules of replying, each on its own; a verdict asks them all, in this order. */
enum ReplyRule {
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
  NETWORK_IS_KNOWN {
    @Override
    @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
      return item.network().known().isPresent()
          ? null
          : new ReplyReason.UnknownNetwork(item.network());
    }
  },
  ITEM_TYPE_IS_KNOWN {
    @Override
    @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
      return item.itemType().known().isPresent()
          ? null
          : new ReplyReason.UnknownItemType(item.itemType());
    }
  },
  ITEM_HAS_A_CHANNEL {
    @Override
    @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
      return can.channel() == ReplyChannel.NONE
          ? new ReplyReason.NoReplyChannel(item.network(), item.itemType())
          : null;
    }
  },
  MESSAGE_IS_GIVEN {
    @Override
    @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
      return draft.message().isBlank() ? new ReplyReason.MessageBlank() : null;
    }
  },
  MESSAGE_IS_SHORT_ENOUGH {
    @Override
    @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
      return TextLimit.REPLY_MESSAGE.isExceededBy(draft.message())
          ? new ReplyReason.MessageTooLong(TextLimit.lengthOf(draft.message()))
          : null;
    }
  },
  PARENT_COMMENT_IS_SUPPORTED {
    @Override
    @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
      return unsupported(ReplyContent.PARENT_COMMENT, item, draft, can);
    }
  },
  MEDIA_ARE_SUPPORTED {
    @Override
    @Nullable ReplyReason objection(Conversation item, ReplyDraft draft, ReplyCapability can) {
      return unsupported(ReplyContent.MEDIA, item, draft, can);
    }
  };

  /** Why this rule does not let the draft pass, or null when it does. */
  abstract @Nullable ReplyReason objection(
      Conversation item, ReplyDraft draft, ReplyCapability can);

  private static @Nullable ReplyReason unsupported(
      ReplyContent content, Conversation item, ReplyDraft draft, ReplyCapability can) {
    return !draft.dropsUnsupported() && isIgnored(content, draft, can)
        ? new ReplyReason.ContentUnsupported(content, item.network(), item.itemType())
        : null;
  }

  /**
   * Whether the server would ignore this content. Where there is no channel the question does not
   * arise, and where the channel is undetermined nobody can answer it.
   */
  static boolean isIgnored(ReplyContent content, ReplyDraft draft, ReplyCapability can) {
    return draft.has(content)
        && !can.supports(content)
        && (can.channel() == ReplyChannel.DIRECT_MESSAGE
            || can.channel() == ReplyChannel.PUBLIC_COMMENT);
  }
}
