package io.inboxport.testkit.contract;

import io.inboxport.account.Identity;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does what another gateway does; a subclass breaks one thing. */
class DelegatingGateway implements InboxGateway {
  private final InboxGateway sound;

  DelegatingGateway(InboxGateway sound) {
    this.sound = sound;
  }

  @Override
  public ConversationPage list(ConversationQuery query) {
    return sound.list(query);
  }

  @Override
  public Conversation get(ConversationId id) {
    return sound.get(id);
  }

  @Override
  public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId olderThan) {
    return sound.timeline(id, olderThan);
  }

  @Override
  public void setStatus(ConversationId id, Status status) {
    sound.setStatus(id, status);
  }

  @Override
  public Assignment assign(ConversationId id, UserId assignee, @Nullable String note) {
    return sound.assign(id, assignee, note);
  }

  @Override
  public TimelineEntry addNote(ConversationId id, String note) {
    return sound.addNote(id, note);
  }

  @Override
  public List<Tag> replaceTags(ConversationId id, Collection<TagName> names) {
    return sound.replaceTags(id, names);
  }

  @Override
  public void reply(ConversationId id, ReplyDraft draft) {
    sound.reply(id, draft);
  }

  @Override
  public void createCase(ConversationId id, SalesforceCase salesforceCase) {
    sound.createCase(id, salesforceCase);
  }

  @Override
  public Identity me() {
    return sound.me();
  }

  @Override
  public void close() {
    sound.close();
  }
}
