package io.inboxport.inmemory;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.timeline.TimelineEntry;

/**
 * All the server holds of one conversation.
 *
 * @param number its place in the order of receipt, from zero
 * @param conversation the conversation with its tags
 */
record Item(int number, Conversation conversation, History history, Sent sent)
    implements Keyed<ConversationId> {

  static Item received(int number, Conversation conversation) {
    return new Item(number, conversation, History.EMPTY, Sent.NOTHING);
  }

  @Override
  public ConversationId key() {
    return conversation.id();
  }

  Item with(Conversation changed) {
    return new Item(number, changed, history, sent);
  }

  Item with(TimelineEntry entry) {
    return new Item(number, conversation, history.with(entry), sent);
  }

  Item with(ReplyDraft reply) {
    return new Item(number, conversation, history, sent.with(reply));
  }

  Item with(SalesforceCase salesforceCase) {
    return new Item(number, conversation, history, sent.with(salesforceCase));
  }

  /** What left the account with a conversation, in order. */
  record Sent(Vector<ReplyDraft> replies, Vector<SalesforceCase> cases) {
    static final Sent NOTHING = new Sent(Vector.empty(), Vector.empty());

    Sent with(ReplyDraft reply) {
      return new Sent(replies.append(reply), cases);
    }

    Sent with(SalesforceCase salesforceCase) {
      return new Sent(replies, cases.append(salesforceCase));
    }
  }
}
