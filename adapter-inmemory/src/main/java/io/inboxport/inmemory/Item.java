package io.inboxport.inmemory;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;

/**
 * All the server holds of one conversation. Immutable.
 *
 * @param number its place in the order of receipt, from zero
 * @param hash the hash of its id, kept so that looking for another id need not read this one's text
 * @param conversation the conversation with its tags
 * @param entries its timeline, in the order the entries came
 * @param sent what left the account with it
 */
record Item(int number, int hash, Conversation conversation, Vector<Entry> entries, Sent sent)
    implements Keyed<ConversationId> {

  static Item received(int number, Conversation conversation) {
    return new Item(
        number, conversation.id().hashCode(), conversation, Vector.empty(), Sent.NOTHING);
  }

  @Override
  public ConversationId key() {
    return conversation.id();
  }

  Item with(Conversation changed) {
    return new Item(number, hash, changed, entries, sent);
  }

  Item with(Entry entry) {
    return new Item(number, hash, conversation, entries.append(entry), sent);
  }

  Item with(ReplyDraft reply) {
    var more = new Sent(sent.replies.append(reply), sent.cases);
    return new Item(number, hash, conversation, entries, more);
  }

  Item with(SalesforceCase salesforceCase) {
    var more = new Sent(sent.replies, sent.cases.append(salesforceCase));
    return new Item(number, hash, conversation, entries, more);
  }

  /** What left the account with a conversation, in order. */
  record Sent(Vector<ReplyDraft> replies, Vector<SalesforceCase> cases) {
    private static final Sent NOTHING = new Sent(Vector.empty(), Vector.empty());
  }
}
