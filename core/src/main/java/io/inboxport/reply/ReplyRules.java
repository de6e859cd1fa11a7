package io.inboxport.reply;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.Status;
import io.inboxport.text.TextLimit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of replying, each on its own, and the verdict that sums them up. A rule returns why it
 * does not let the draft pass, or null when it does.
 */
final class ReplyRules {
  private static final ReplyVerdict ALLOWED = new ReplyVerdict.Allowed(Set.of());

  private ReplyRules() {}

  /** Asks every rule, in this order. */
  static ReplyVerdict judge(Conversation item, ReplyDraft draft) {
    var can = ReplyCapabilities.of(item.network(), item.itemType());
    // Null until the first objection: a reply that is plainly allowed allocates nothing.
    var reasons = and(null, itemIsOpen(item));
    reasons = and(reasons, networkIsKnown(item));
    reasons = and(reasons, itemTypeIsKnown(item));
    reasons = and(reasons, itemHasChannel(item, can));
    reasons = and(reasons, messageIsGiven(draft));
    reasons = and(reasons, messageIsShortEnough(draft));
    reasons = and(reasons, contentIsSupported(ReplyContent.PARENT_COMMENT, item, draft, can));
    reasons = and(reasons, contentIsSupported(ReplyContent.MEDIA, item, draft, can));
    if (reasons == null && !draft.dropsUnsupported()) {
      return ALLOWED;
    }
    return sumUp(reasons == null ? List.of() : reasons, dropped(draft, can));
  }

  private static @Nullable ReplyReason itemIsOpen(Conversation item) {
    var known = item.status().known();
    if (known.isEmpty()) {
      return new ReplyReason.UnknownStatus(item.status());
    }
    return known.get() == Status.Known.OPEN ? null : new ReplyReason.ItemNotOpen(item.status());
  }

  private static @Nullable ReplyReason networkIsKnown(Conversation item) {
    return item.network().known().isPresent()
        ? null
        : new ReplyReason.UnknownNetwork(item.network());
  }

  private static @Nullable ReplyReason itemTypeIsKnown(Conversation item) {
    return item.itemType().known().isPresent()
        ? null
        : new ReplyReason.UnknownItemType(item.itemType());
  }

  private static @Nullable ReplyReason itemHasChannel(Conversation item, ReplyCapability can) {
    return can.channel() == ReplyChannel.NONE
        ? new ReplyReason.NoReplyChannel(item.network(), item.itemType())
        : null;
  }

  private static @Nullable ReplyReason messageIsGiven(ReplyDraft draft) {
    return draft.message().isBlank() ? new ReplyReason.MessageBlank() : null;
  }

  private static @Nullable ReplyReason messageIsShortEnough(ReplyDraft draft) {
    return TextLimit.REPLY_MESSAGE.isExceededBy(draft.message())
        ? new ReplyReason.MessageTooLong(TextLimit.lengthOf(draft.message()))
        : null;
  }

  private static @Nullable ReplyReason contentIsSupported(
      ReplyContent content, Conversation item, ReplyDraft draft, ReplyCapability can) {
    return !draft.dropsUnsupported() && isIgnored(content, draft, can)
        ? new ReplyReason.ContentUnsupported(content, item.network(), item.itemType())
        : null;
  }

  /**
   * Whether the server would ignore this content. Where there is no channel the question does not
   * arise, and where the channel is undetermined nobody can answer it.
   */
  private static boolean isIgnored(ReplyContent content, ReplyDraft draft, ReplyCapability can) {
    return draft.has(content)
        && !can.supports(content)
        && (can.channel() == ReplyChannel.DIRECT_MESSAGE
            || can.channel() == ReplyChannel.PUBLIC_COMMENT);
  }

  private static @Nullable List<ReplyReason> and(
      @Nullable List<ReplyReason> reasons, @Nullable ReplyReason reason) {
    if (reason == null) {
      return reasons;
    }
    var more = reasons == null ? new ArrayList<ReplyReason>() : reasons;
    more.add(reason);
    return more;
  }

  private static ReplyVerdict sumUp(List<ReplyReason> reasons, Set<ReplyContent> dropped) {
    if (reasons.isEmpty()) {
      return new ReplyVerdict.Allowed(dropped);
    }
    return reasons.stream().allMatch(ReplyReason::leavesOpen)
        ? new ReplyVerdict.Undetermined(reasons, dropped)
        : new ReplyVerdict.Refused(reasons);
  }

  private static Set<ReplyContent> dropped(ReplyDraft draft, ReplyCapability can) {
    var dropped = EnumSet.noneOf(ReplyContent.class);
    if (draft.dropsUnsupported()) {
      for (var content : ReplyContent.values()) {
        if (isIgnored(content, draft, can)) {
          dropped.add(content);
        }
      }
    }
    return dropped;
  }
}
