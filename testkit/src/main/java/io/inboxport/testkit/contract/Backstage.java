package io.inboxport.testkit.contract;

import io.inboxport.call.Operation;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.inmemory.ServerBehavior.UnknownCursor;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.inmemory.TextTreatment;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The world behind a gateway: what customers, administrators and the network do, and what became of
 * what was sent. Implementations are thread-safe. No scenario asks one about a conversation that it
 * did not receive.
 */
public interface Backstage {
  /** An item comes in; returns its id. */
  ConversationId receive(InboundItem item);

  /** The customer says something: inbound activity, which opens a closed item again. */
  TimelineEntryId customerSays(ConversationId id, String text);

  /** Something else happens on the network, such as a like: inbound activity as well. */
  TimelineEntryId happens(ConversationId id, EntryType type, String content);

  /**
   * An entry joins the newest end of this timeline as it is: of any author, time and type. Nothing
   * else changes.
   */
  void addEntry(ConversationId id, TimelineEntry entry);

  /** Another hand edits the text of this entry. */
  void editEntry(ConversationId id, TimelineEntryId entry, String content);

  /** Another hand deletes this entry. */
  void deleteEntry(ConversationId id, TimelineEntryId entry);

  /** Another hand deletes this conversation, with its timeline. */
  void deleteConversation(ConversationId id);

  /** From now on, timelines answer so to a cursor that is none of their entries. */
  void answerUnknownCursors(UnknownCursor answer);

  /** From now on, timelines show replies and notes after this treatment. */
  void treatTexts(TextTreatment treatment);

  /** The account gets one more user. */
  void addUser(UserId id, String name, String email);

  /** The account gets one more credential to reply from. */
  void addCredential(CredentialId id, Network network);

  /** The account gets an active Salesforce integration. */
  void addIntegration(IntegrationId id);

  /** The account gets a tag that no conversation has yet. */
  Tag addTag(TagName name);

  /** The time there, by which new things are dated. */
  Instant now();

  /** Lets time pass there. */
  void advance(Duration duration);

  /** The next calls of this operation meet this fault, as many as said. */
  void inject(Operation operation, Fault fault, int times);

  /** Takes back the faults that no call has met yet. */
  void clearFaults();

  /** The conversation as it stands there, with its tags, without a call of the gateway. */
  Conversation conversation(ConversationId id);

  /** The whole timeline as it stands there, newest first, without a call of the gateway. */
  List<TimelineEntry> timeline(ConversationId id);

  /** The replies sent on this conversation, oldest first, as they reached the customer. */
  List<ReplyDraft> replies(ConversationId id);

  /** The notes on this conversation, oldest first. */
  List<TimelineEntry> notes(ConversationId id);

  /** The requests for the Salesforce case of this conversation, oldest first. */
  List<SalesforceCase> cases(ConversationId id);

  /** Backstage of this twin, which runs on this clock. */
  static Backstage of(InMemoryInboxGateway twin, SettableClock clock) {
    return new TwinBackstage(twin, clock);
  }
}
