package io.inboxport.conversation;

import java.util.Objects;

/**
 * Assignment as the server confirms it.
 *
 * @param conversation the conversation
 * @param assignee who works on it now
 */
public record Assignment(ConversationId conversation, UserId assignee) {
  /** Creates an assignment. */
  public Assignment {
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(assignee, "assignee");
  }
}
