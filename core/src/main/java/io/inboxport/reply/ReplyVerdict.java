package io.inboxport.reply;

import io.inboxport.conversation.Conversation;
import java.util.List;
import java.util.Set;

/**
 * Whether a draft may be sent as a reply to a conversation, and if not, every reason why.
 *
 * <p>Pure: the same conversation and draft always give the same verdict, without any call.
 */
public sealed interface ReplyVerdict {
  /** Every reason, in the order of the rules; empty when the reply is allowed. */
  List<ReplyReason> reasons();

  /** What will be left out because the network does not support it, as the draft asked. */
  Set<ReplyContent> dropped();

  /** Whether the reply is known to be allowed. */
  default boolean isAllowed() {
    return this instanceof Allowed;
  }

  /** Whether the reply is refused: sending it throws. */
  default boolean isRefused() {
    return this instanceof Refused;
  }

  /**
   * The reply is allowed.
   *
   * @param dropped what will be left out, immutable
   */
  record Allowed(Set<ReplyContent> dropped) implements ReplyVerdict {
    /** Creates the verdict. */
    public Allowed {
      dropped = Set.copyOf(dropped);
    }

    @Override
    public List<ReplyReason> reasons() {
      return List.of();
    }
  }

  /**
   * The reply is refused; nothing is sent.
   *
   * @param reasons every reason, immutable, at least one
   */
  record Refused(List<ReplyReason> reasons) implements ReplyVerdict {
    /** Creates the verdict. */
    public Refused {
      reasons = List.copyOf(reasons);
    }

    @Override
    public Set<ReplyContent> dropped() {
      return Set.of();
    }
  }

  /**
   * Nobody can tell here: nothing speaks against the reply, but something about the item is unknown
   * to this version. Sending it leaves the answer to the server.
   *
   * @param reasons what is unknown, immutable, at least one
   * @param dropped what will be left out, immutable
   */
  record Undetermined(List<ReplyReason> reasons, Set<ReplyContent> dropped)
      implements ReplyVerdict {
    /** Creates the verdict. */
    public Undetermined {
      reasons = List.copyOf(reasons);
      dropped = Set.copyOf(dropped);
    }
  }

  /** Returns the verdict on replying to this conversation with this draft. */
  static ReplyVerdict on(Conversation item, ReplyDraft draft) {
    return ReplyRules.judge(item, draft);
  }
}
