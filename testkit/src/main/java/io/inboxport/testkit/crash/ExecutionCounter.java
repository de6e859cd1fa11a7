package io.inboxport.testkit.crash;

import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gateway that counts the writes that the server has executed. Not thread-safe. */
final class ExecutionCounter extends ForwardingInboxGateway {
  private int executions;

  ExecutionCounter(InboxGateway delegate) {
    super(delegate);
  }

  int executions() {
    return executions;
  }

  @Override
  public void setStatus(ConversationId id, Status status) {
    super.setStatus(id, status);
    executions++;
  }

  @Override
  public Assignment assign(ConversationId id, UserId assignee, @Nullable String note) {
    var assignment = super.assign(id, assignee, note);
    executions++;
    return assignment;
  }

  @Override
  public TimelineEntry addNote(ConversationId id, String note) {
    var entry = super.addNote(id, note);
    executions++;
    return entry;
  }

  @Override
  public List<Tag> replaceTags(ConversationId id, Collection<TagName> names) {
    var tags = super.replaceTags(id, names);
    executions++;
    return tags;
  }

  @Override
  public void reply(ConversationId id, ReplyDraft draft) {
    super.reply(id, draft);
    executions++;
  }

  @Override
  public void createCase(ConversationId id, SalesforceCase salesforceCase) {
    super.createCase(id, salesforceCase);
    executions++;
  }
}
