package io.inboxport.reply;

import io.inboxport.conversation.Conversation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judge of replies: asks every {@link ReplyRule} and sums their reasons up in one verdict. */
final class ReplyRules {
  // Both are made once: a verdict that is allowed allocates nothing.
  private static final ReplyVerdict ALLOWED = new ReplyVerdict.Allowed(Set.of());
  private static final ReplyRule[] RULES = ReplyRule.values();

  private ReplyRules() {}

  static ReplyVerdict judge(Conversation item, ReplyDraft draft, LengthLimits limits) {
    var can = ReplyCapabilities.of(item.network(), item.itemType());
    var reasons = reasons(item, draft, can);
    var dropped = dropped(draft, can);
    var advice = limits.advice(can, draft.message());
    if (reasons == null) {
      return dropped.isEmpty() && advice.isEmpty()
          ? ALLOWED
          : new ReplyVerdict.Allowed(dropped, advice);
    }
    return reasons.stream().allMatch(ReplyReason::leavesOpen)
        ? new ReplyVerdict.Undetermined(reasons, dropped, advice)
        : new ReplyVerdict.Refused(reasons, advice);
  }

  /** Returns the reasons against the reply, or null for none. */
  private static @Nullable List<ReplyReason> reasons(
      Conversation item, ReplyDraft draft, ReplyCapability can) {
    List<ReplyReason> reasons = null;
    for (var rule : RULES) {
      var reason = rule.objection(item, draft, can);
      if (reason != null) {
        reasons = reasons == null ? new ArrayList<>() : reasons;
        reasons.add(reason);
      }
    }
    return reasons;
  }

  private static Set<ReplyContent> dropped(ReplyDraft draft, ReplyCapability can) {
    if (!draft.dropsUnsupported()) {
      return Set.of();
    }
    var dropped = EnumSet.allOf(ReplyContent.class);
    dropped.removeIf(content -> !can.ignores(content, draft));
    return dropped;
  }
}
