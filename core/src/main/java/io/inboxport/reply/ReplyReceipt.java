package io.inboxport.reply;

import io.inboxport.conversation.ConversationId;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Proof that the server took a reply. The API gives a reply no id.
 *
 * @param conversation the conversation that was replied to
 * @param verdict the verdict the reply was sent on: allowed, or undetermined
 */
public record ReplyReceipt(ConversationId conversation, ReplyVerdict verdict) {
  /** Creates a receipt. */
  public ReplyReceipt {
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(verdict, "verdict");
  }

  /** Returns the content that the reply went out without; usually empty. */
  public Set<ReplyContent> dropped() {
    return verdict.dropped();
  }

  /** Returns what the network may not take, although the API took it; usually empty. */
  public List<LengthAdvice> advice() {
    return verdict.advice();
  }
}
