package io.inboxport.event;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import java.util.Objects;

/**
 * Change of one conversation, as its state and not as what happened: applying one twice, or leaving
 * one out before a later one, makes no difference.
 */
public sealed interface InboxChange {
  /** The conversation. */
  ConversationId id();

  /**
   * The number of the change. It rises with each change of the same conversation, so that a
   * subscriber can pass over one that comes behind a later one.
   */
  long number();

  /**
   * A conversation that is now so.
   *
   * @param number the number of the change
   * @param conversation the conversation with its tags
   */
  record Now(long number, Conversation conversation) implements InboxChange {
    /** Creates the change. */
    public Now {
      Objects.requireNonNull(conversation, "conversation");
    }

    @Override
    public ConversationId id() {
      return conversation.id();
    }

    /** Names the conversation and the number; no customer text. */
    @Override
    public String toString() {
      return "Now[" + number + ", " + conversation + "]";
    }
  }

  /**
   * A conversation that was told before and is no longer there, or that the owner of the key no
   * longer sees.
   *
   * @param number the number of the change
   * @param id the conversation
   */
  record Gone(long number, ConversationId id) implements InboxChange {
    /** Creates the change. */
    public Gone {
      Objects.requireNonNull(id, "id");
    }
  }
}
