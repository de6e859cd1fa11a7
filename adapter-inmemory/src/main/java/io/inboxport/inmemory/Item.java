package io.inboxport.inmemory;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;

/** All the server holds of one conversation. Immutable. */
final class Item extends Keyed<ConversationId> {
  private final int number;
  private final Conversation conversation;
  private final Vector<Entry> entries;
  private final Sent sent;

  private Item(int number, Conversation conversation, Vector<Entry> entries, Sent sent) {
    super(conversation.id());
    this.number = number;
    this.conversation = conversation;
    this.entries = entries;
    this.sent = sent;
  }

  static Item received(int number, Conversation conversation) {
    return new Item(number, conversation, Vector.empty(), Sent.NOTHING);
  }

  /** Its place in the order of receipt, from zero. */
  int number() {
    return number;
  }

  /** The conversation with its tags. */
  Conversation conversation() {
    return conversation;
  }

  /** Its timeline, in the order the entries came. */
  Vector<Entry> entries() {
    return entries;
  }

  /** What left the account with it. */
  Sent sent() {
    return sent;
  }

  Item with(Conversation changed) {
    return new Item(number, changed, entries, sent);
  }

  Item with(Entry entry) {
    return new Item(number, conversation, entries.append(entry), sent);
  }

  Item with(ReplyDraft reply) {
    var more = new Sent(sent.replies.append(reply), sent.cases);
    return new Item(number, conversation, entries, more);
  }

  Item with(SalesforceCase salesforceCase) {
    var more = new Sent(sent.replies, sent.cases.append(salesforceCase));
    return new Item(number, conversation, entries, more);
  }

  /** What left the account with a conversation, in order. */
  record Sent(Vector<ReplyDraft> replies, Vector<SalesforceCase> cases) {
    private static final Sent NOTHING = new Sent(Vector.empty(), Vector.empty());
  }
}
