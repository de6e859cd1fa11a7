package io.inboxport.inmemory;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;

/** Conversation as the server stores it, with its timeline and what was sent. Immutable. */
final class StoredConversation extends KeyedElement<ConversationId> {
  private final int number;
  private final Conversation conversation;
  private final PersistentVector<StoredEntry> entries;
  private final Sent sent;

  private StoredConversation(
      int number, Conversation conversation, PersistentVector<StoredEntry> entries, Sent sent) {
    super(conversation.id());
    this.number = number;
    this.conversation = conversation;
    this.entries = entries;
    this.sent = sent;
  }

  static StoredConversation received(int number, Conversation conversation) {
    return new StoredConversation(number, conversation, PersistentVector.empty(), Sent.NOTHING);
  }

  /** Returns its place in the order of receipt, from zero. */
  int number() {
    return number;
  }

  /** Returns the conversation with its tags. */
  Conversation conversation() {
    return conversation;
  }

  /** Returns its timeline, in the order the entries came. */
  PersistentVector<StoredEntry> entries() {
    return entries;
  }

  /** Returns what was sent from it. */
  Sent sent() {
    return sent;
  }

  StoredConversation with(Conversation changed) {
    return new StoredConversation(number, changed, entries, sent);
  }

  StoredConversation with(StoredEntry entry) {
    return new StoredConversation(number, conversation, entries.append(entry), sent);
  }

  /** Returns it with this entry in place of the one at this position. */
  StoredConversation with(int position, StoredEntry entry) {
    return new StoredConversation(number, conversation, entries.with(position, entry), sent);
  }

  StoredConversation with(ReplyDraft reply) {
    var more = new Sent(sent.replies.append(reply), sent.cases);
    return new StoredConversation(number, conversation, entries, more);
  }

  StoredConversation with(SalesforceCase salesforceCase) {
    var more = new Sent(sent.replies, sent.cases.append(salesforceCase));
    return new StoredConversation(number, conversation, entries, more);
  }

  /** Replies and cases that left the account with a conversation, in order. */
  record Sent(PersistentVector<ReplyDraft> replies, PersistentVector<SalesforceCase> cases) {
    private static final Sent NOTHING =
        new Sent(PersistentVector.empty(), PersistentVector.empty());
  }
}
