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

  /**
   * Returns advice on the length that the network takes, which never refuses a reply; usually
   * empty.
   */
  List<LengthAdvice> advice();

  /** Returns whether the reply is known to be allowed. */
  default boolean isAllowed() {
    return this instanceof Allowed;
  }

  /** Returns whether the reply is refused: sending it throws. */
  default boolean isRefused() {
    return this instanceof Refused;
  }

  /**
   * The reply is allowed by the API's rules; what the network itself limits is advice.
   *
   * @param dropped what will be left out, immutable
   * @param advice what the network may not take, immutable
   */
  record Allowed(Set<ReplyContent> dropped, List<LengthAdvice> advice) implements ReplyVerdict {
    /** Creates the verdict. */
    public Allowed {
      dropped = inOrder(dropped);
      advice = List.copyOf(advice);
    }

    /** Creates the verdict without advice. */
    public Allowed(Set<ReplyContent> dropped) {
      this(dropped, List.of());
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
   * @param advice what the network may not take even if the reasons are gone, immutable
   */
  record Refused(List<ReplyReason> reasons, List<LengthAdvice> advice) implements ReplyVerdict {
    /**
     * Creates the verdict.
     *
     * @throws IllegalArgumentException when no reason is given
     */
    public Refused {
      reasons = atLeastOne(reasons);
      advice = List.copyOf(advice);
    }

    /**
     * Creates the verdict without advice.
     *
     * @throws IllegalArgumentException when no reason is given
     */
    public Refused(List<ReplyReason> reasons) {
      this(reasons, List.of());
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
   * @param advice what the network may not take, immutable
   */
  record Undetermined(
      List<ReplyReason> reasons, Set<ReplyContent> dropped, List<LengthAdvice> advice)
      implements ReplyVerdict {
    /**
     * Creates the verdict.
     *
     * @throws IllegalArgumentException when no reason is given
     */
    public Undetermined {
      reasons = atLeastOne(reasons);
      dropped = inOrder(dropped);
      advice = List.copyOf(advice);
    }

    /**
     * Creates the verdict without advice.
     *
     * @throws IllegalArgumentException when no reason is given
     */
    public Undetermined(List<ReplyReason> reasons, Set<ReplyContent> dropped) {
      this(reasons, dropped, List.of());
    }
  }

  /**
   * Returns the verdict on replying to this conversation with this draft, advised by the
   * {@linkplain LengthLimits#standard() standard} limits.
   */
  static ReplyVerdict on(Conversation item, ReplyDraft draft) {
    return on(item, draft, LengthLimits.standard());
  }

  /**
   * Returns the verdict on replying to this conversation with this draft, advised by these limits.
   */
  static ReplyVerdict on(Conversation item, ReplyDraft draft, LengthLimits limits) {
    return ReplyRules.judge(item, draft, limits);
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
