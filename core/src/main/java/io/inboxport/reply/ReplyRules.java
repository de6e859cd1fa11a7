package io.inboxport.reply;

import io.inboxport.conversation.Conversation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Asks every rule and sums their answers up in a verdict. */
final class ReplyRules {
  private static final ReplyRule[] RULES = ReplyRule.values();
  private static final ReplyVerdict ALLOWED = new ReplyVerdict.Allowed(Set.of());

  private ReplyRules() {}

  static ReplyVerdict judge(Conversation item, ReplyDraft draft) {
    var can = ReplyCapabilities.of(item.network(), item.itemType());
    // Made on the first objection only: a reply that is plainly allowed allocates nothing.
    List<ReplyReason> objections = null;
    for (var rule : RULES) {
      var objection = rule.objection(item, draft, can);
      if (objection != null) {
        objections = objections == null ? new ArrayList<>() : objections;
        objections.add(objection);
      }
    }
    if (objections == null && !draft.dropsUnsupported()) {
      return ALLOWED;
    }
    return sumUp(objections == null ? List.of() : objections, dropped(draft, can));
  }

  private static ReplyVerdict sumUp(List<ReplyReason> objections, Set<ReplyContent> dropped) {
    if (objections.isEmpty()) {
      return new ReplyVerdict.Allowed(dropped);
    }
    return objections.stream().allMatch(ReplyReason::leavesOpen)
        ? new ReplyVerdict.Undetermined(objections, dropped)
        : new ReplyVerdict.Refused(objections);
  }

  private static Set<ReplyContent> dropped(ReplyDraft draft, ReplyCapability can) {
    var dropped = EnumSet.noneOf(ReplyContent.class);
    if (draft.dropsUnsupported()) {
      for (var content : ReplyContent.values()) {
        if (ReplyRule.isIgnored(content, draft, can)) {
          dropped.add(content);
        }
      }
    }
    return dropped;
  }
}
