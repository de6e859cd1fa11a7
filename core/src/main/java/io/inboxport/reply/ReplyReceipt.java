package io.inboxport.reply;

import io.inboxport.conversation.ConversationId;
import java.util.Objects;
import java.util.Set;

/**
 * The proof that the server took a reply. The API gives a reply no id.
 *
 * @param conversation what was replied to
 * @param verdict the verdict the reply was sent on: allowed, or undetermined
 */
public record ReplyReceipt(ConversationId conversation, ReplyVerdict verdict) {
  /** Creates a receipt. */
  public ReplyReceipt {
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(verdict, "verdict");
  }

  /** What the reply went out without; usually empty. */
  public Set<ReplyContent> dropped() {
    return verdict.dropped();
  }
}
