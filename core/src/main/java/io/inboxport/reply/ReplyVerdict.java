package io.inboxport.reply;

import io.inboxport.conversation.Conversation;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Verdict on sending a draft as a reply to a conversation, with every reason against it.
 *
 * <p>Pure: the same conversation and draft always give the same verdict, without any call.
 */
public sealed interface ReplyVerdict {
  /** Returns every reason, in the order of the rules; empty when the reply is allowed. */
  List<ReplyReason> reasons();

  /**
   * Returns the content that is left out because the network does not support it, as the draft
   * asked.
   */
  Set<ReplyContent> dropped();

  /** Returns whether the reply is known to be allowed. */
  default boolean isAllowed() {
    return this instanceof Allowed;
  }

  /** Returns whether the reply is refused: sending it throws. */
  default boolean isRefused() {
    return this instanceof Refused;
  }

  /**
   * The reply is allowed by the API's rules; what the network itself limits is not checked.
   *
   * @param dropped what will be left out, immutable
   */
  record Allowed(Set<ReplyContent> dropped) implements ReplyVerdict {
    /** Creates the verdict. */
    public Allowed {
      dropped = inOrder(dropped);
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
    /**
     * Creates the verdict.
     *
     * @throws IllegalArgumentException when no reason is given
     */
    public Refused {
      reasons = atLeastOne(reasons);
    }

    @Override
    public Set<ReplyContent> dropped() {
      return Set.of();
    }
  }

  /**
   * The verdict is left to the server: nothing speaks against the reply, but something about the
   * item is unknown to this version.
   *
   * <p>If the network or the item type is unknown, nothing is dropped: everything is sent, and the
   * server may ignore a part without saying so.
   *
   * @param reasons what is unknown, immutable, at least one
   * @param dropped what will be left out, immutable
   */
  record Undetermined(List<ReplyReason> reasons, Set<ReplyContent> dropped)
      implements ReplyVerdict {
    /**
     * Creates the verdict.
     *
     * @throws IllegalArgumentException when no reason is given
     */
    public Undetermined {
      reasons = atLeastOne(reasons);
      dropped = inOrder(dropped);
    }
  }

  /** Returns the verdict on replying to this conversation with this draft. */
  static ReplyVerdict on(Conversation item, ReplyDraft draft) {
    return ReplyRules.judge(item, draft);
  }

  private static List<ReplyReason> atLeastOne(List<ReplyReason> reasons) {
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("There is no reason: a reply without one is allowed.");
    }
    return List.copyOf(reasons);
  }

  // Set.copyOf iterates in an order that changes with every run; what is printed must not.
  private static Set<ReplyContent> inOrder(Set<ReplyContent> content) {
    var copy = EnumSet.noneOf(ReplyContent.class);
    copy.addAll(content);
    return Collections.unmodifiableSet(copy);
  }
}
