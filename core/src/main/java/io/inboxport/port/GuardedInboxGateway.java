package io.inboxport.port;

import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Gateway that asks before each write whether it may be passed on. */
final class GuardedInboxGateway extends ForwardingInboxGateway {
  private final BooleanSupplier allowed;

  GuardedInboxGateway(InboxGateway delegate, BooleanSupplier allowed) {
    super(delegate);
    this.allowed = Objects.requireNonNull(allowed, "allowed");
  }

  @Override
  public void setStatus(ConversationId id, Status status) {
    ask(Operation.SET_STATUS, id);
    super.setStatus(id, status);
  }

  @Override
  public Assignment assign(ConversationId id, UserId assignee, @Nullable String note) {
    ask(Operation.ASSIGN, id);
    return super.assign(id, assignee, note);
  }

  @Override
  public TimelineEntry addNote(ConversationId id, String note) {
    ask(Operation.ADD_NOTE, id);
    return super.addNote(id, note);
  }

  @Override
  public List<Tag> replaceTags(ConversationId id, Collection<TagName> names) {
    ask(Operation.REPLACE_TAGS, id);
    return super.replaceTags(id, names);
  }

  @Override
  public void reply(ConversationId id, ReplyDraft draft) {
    ask(Operation.REPLY, id);
    super.reply(id, draft);
  }

  @Override
  public void createCase(ConversationId id, SalesforceCase salesforceCase) {
    ask(Operation.CREATE_CASE, id);
    super.createCase(id, salesforceCase);
  }

  private void ask(Operation operation, ConversationId id) {
    if (!allowed.getAsBoolean()) {
      throw new Unavailable(operation, id, "The time in which it may leave is over.", null, null);
    }
  }

  @Override
  public void close() {
    // The gateway behind it belongs to its maker.
  }
}
