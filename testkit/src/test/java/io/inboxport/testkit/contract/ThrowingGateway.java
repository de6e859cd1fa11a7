package io.inboxport.testkit.contract;

import io.inboxport.account.Identity;
import io.inboxport.call.Operation;
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

/** Gateway on which one operation throws an exception of its own. */
final class ThrowingGateway extends DelegatingGateway {
  private final Operation broken;

  ThrowingGateway(InboxGateway sound, Operation broken) {
    super(sound);
    this.broken = broken;
  }

  private void check(Operation operation) {
    if (operation == broken) {
      throw new IllegalStateException(operation + " is not there yet.");
    }
  }

  @Override
  public ConversationPage list(ConversationQuery query) {
    check(Operation.LIST);
    return super.list(query);
  }

  @Override
  public Conversation get(ConversationId id) {
    check(Operation.GET);
    return super.get(id);
  }

  @Override
  public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId olderThan) {
    check(Operation.TIMELINE);
    return super.timeline(id, olderThan);
  }

  @Override
  public void setStatus(ConversationId id, Status status) {
    check(Operation.SET_STATUS);
    super.setStatus(id, status);
  }

  @Override
  public Assignment assign(ConversationId id, UserId assignee, @Nullable String note) {
    check(Operation.ASSIGN);
    return super.assign(id, assignee, note);
  }

  @Override
  public TimelineEntry addNote(ConversationId id, String note) {
    check(Operation.ADD_NOTE);
    return super.addNote(id, note);
  }

  @Override
  public List<Tag> replaceTags(ConversationId id, Collection<TagName> names) {
    check(Operation.REPLACE_TAGS);
    return super.replaceTags(id, names);
  }

  @Override
  public void reply(ConversationId id, ReplyDraft draft) {
    check(Operation.REPLY);
    super.reply(id, draft);
  }

  @Override
  public void createCase(ConversationId id, SalesforceCase salesforceCase) {
    check(Operation.CREATE_CASE);
    super.createCase(id, salesforceCase);
  }

  @Override
  public Identity me() {
    check(Operation.ME);
    return super.me();
  }
}
