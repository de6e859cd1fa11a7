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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Backstage of the twin, whether it is called directly or over a door in between. */
record TwinBackstage(InMemoryInboxGateway twin, SettableClock clock) implements Backstage {
  @Override
  public ConversationId receive(InboundItem item) {
    return twin.receive(item);
  }

  @Override
  public TimelineEntryId customerSays(ConversationId id, String text) {
    return twin.customerSays(id, text);
  }

  @Override
  public TimelineEntryId happens(ConversationId id, EntryType type, String content) {
    return twin.happens(id, type, content);
  }

  @Override
  public void addEntry(ConversationId id, TimelineEntry entry) {
    twin.addEntry(id, entry);
  }

  @Override
  public void editEntry(ConversationId id, TimelineEntryId entry, String content) {
    twin.editEntry(id, entry, content);
  }

  @Override
  public void deleteEntry(ConversationId id, TimelineEntryId entry) {
    twin.deleteEntry(id, entry);
  }

  @Override
  public void deleteConversation(ConversationId id) {
    twin.deleteConversation(id);
  }

  @Override
  public void answerUnknownCursors(UnknownCursor answer) {
    twin.behave(twin.behavior().toBuilder().unknownCursor(answer).build());
  }

  @Override
  public void treatTexts(TextTreatment treatment) {
    twin.behave(twin.behavior().toBuilder().textTreatment(treatment).build());
  }

  @Override
  public void addUser(UserId id, String name, String email) {
    twin.addUser(id, name, email);
  }

  @Override
  public void addCredential(CredentialId id, Network network) {
    twin.addCredential(id, network);
  }

  @Override
  public void addIntegration(IntegrationId id) {
    twin.addIntegration(id);
  }

  @Override
  public Tag addTag(TagName name) {
    return twin.addTag(name);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void advance(Duration duration) {
    clock.advance(duration);
  }

  @Override
  public void inject(Operation operation, Fault fault, int times) {
    twin.faults().inject(operation, fault, times);
  }

  @Override
  public void clearFaults() {
    twin.faults().clear();
  }

  @Override
  public Conversation conversation(ConversationId id) {
    return twin.conversation(id);
  }

  @Override
  public List<TimelineEntry> timeline(ConversationId id) {
    var newestFirst = new ArrayList<>(twin.entries(id));
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  @Override
  public List<ReplyDraft> replies(ConversationId id) {
    return twin.replies(id);
  }

  @Override
  public List<TimelineEntry> notes(ConversationId id) {
    return twin.notes(id);
  }

  @Override
  public List<SalesforceCase> cases(ConversationId id) {
    return twin.cases(id);
  }
}
