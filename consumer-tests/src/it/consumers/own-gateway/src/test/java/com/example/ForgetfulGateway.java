package com.example;

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

/** A gateway of the user's own: hands every call on, and loses the note of an assignment. */
final class ForgetfulGateway implements InboxGateway {
  private final InboxGateway next;

  ForgetfulGateway(InboxGateway next) {
    this.next = next;
  }

  @Override
  public ConversationPage list(ConversationQuery query) {
    return next.list(query);
  }

  @Override
  public Conversation get(ConversationId id) {
    return next.get(id);
  }

  @Override
  public TimelinePage timeline(ConversationId id, TimelineEntryId olderThan) {
    return next.timeline(id, olderThan);
  }

  @Override
  public void setStatus(ConversationId id, Status status) {
    next.setStatus(id, status);
  }

  @Override
  public Assignment assign(ConversationId id, UserId assignee, String note) {
    return next.assign(id, assignee, null);
  }

  @Override
  public TimelineEntry addNote(ConversationId id, String note) {
    return next.addNote(id, note);
  }

  @Override
  public List<Tag> replaceTags(ConversationId id, Collection<TagName> names) {
    return next.replaceTags(id, names);
  }

  @Override
  public void reply(ConversationId id, ReplyDraft draft) {
    next.reply(id, draft);
  }

  @Override
  public void createCase(ConversationId id, SalesforceCase salesforceCase) {
    next.createCase(id, salesforceCase);
  }

  @Override
  public Identity me() {
    return next.me();
  }
}
