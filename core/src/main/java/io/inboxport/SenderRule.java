package io.inboxport;

import io.inboxport.conversation.Conversation;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.ProfileStatus;
import io.inboxport.reply.ReplyReason;
import io.inboxport.reply.ReplyVerdict;
import java.util.ArrayList;

/** Rule of the profile that a reply is sent from: of the item's network, and valid. */
final class SenderRule {
  private SenderRule() {}

  /** Returns the verdict with what speaks against this sender. */
  static ReplyVerdict judge(ReplyVerdict verdict, Conversation item, ConnectedProfile sender) {
    var reasons = new ArrayList<>(verdict.reasons());
    if (isOfAnotherNetwork(item, sender)) {
      reasons.add(new ReplyReason.SenderOfAnotherNetwork(sender.network(), item.network()));
    }
    if (sender.status().equals(ProfileStatus.INVALID)) {
      reasons.add(new ReplyReason.SenderInvalid());
    }
    return reasons.size() == verdict.reasons().size()
        ? verdict
        : new ReplyVerdict.Refused(reasons, verdict.advice());
  }

  /** A network that the server did not tell speaks against nothing. */
  private static boolean isOfAnotherNetwork(Conversation item, ConnectedProfile sender) {
    return !sender.network().text().isBlank()
        && !item.network().text().isBlank()
        && !sender.network().equals(item.network());
  }
}
