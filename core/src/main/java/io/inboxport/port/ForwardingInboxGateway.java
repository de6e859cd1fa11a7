package io.inboxport.port;

import io.inboxport.account.Identity;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gateway that passes every call on to another one. A decorator extends it and overrides the calls
 * it changes. Thread-safe, because every gateway is; a subclass has to stay so.
 *
 * <p>{@link #leavingOnlyIf} is not passed on, since what comes back would lack the decorator. By
 * default a write asks before it reaches the decorator, and not behind the waits of the gateway
 * behind it. A decorator that sends writes over a network overrides it: it returns a decorator like
 * itself in front of {@code delegate().leavingOnlyIf(allowed)}, whose {@code close} does nothing.
 */
public abstract class ForwardingInboxGateway implements InboxGateway {
  private final InboxGateway delegate;

  /** Creates a gateway in front of this one. */
  protected ForwardingInboxGateway(InboxGateway delegate) {
    this.delegate = Objects.requireNonNull(delegate, "delegate");
  }

  /** Returns the gateway that the calls are passed on to. */
  protected final InboxGateway delegate() {
    return delegate;
  }

  @Override
  public ConversationPage list(ConversationQuery query) {
    return delegate.list(query);
  }

  @Override
  public Conversation get(ConversationId id) {
    return delegate.get(id);
  }

  @Override
  public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId olderThan) {
    return delegate.timeline(id, olderThan);
  }

  @Override
  public void setStatus(ConversationId id, Status status) {
    delegate.setStatus(id, status);
  }

  @Override
  public Assignment assign(ConversationId id, UserId assignee, @Nullable String note) {
    return delegate.assign(id, assignee, note);
  }

  @Override
  public TimelineEntry addNote(ConversationId id, String note) {
    return delegate.addNote(id, note);
  }

  @Override
  public List<Tag> replaceTags(ConversationId id, Collection<TagName> names) {
    return delegate.replaceTags(id, names);
  }

  @Override
  public void reply(ConversationId id, ReplyDraft draft) {
    delegate.reply(id, draft);
  }

  @Override
  public void createCase(ConversationId id, SalesforceCase salesforceCase) {
    delegate.createCase(id, salesforceCase);
  }

  @Override
  public Identity me() {
    return delegate.me();
  }

  @Override
  public Clock clock() {
    return delegate.clock();
  }

  @Override
  public Duration clockOffset() {
    return delegate.clockOffset();
  }

  @Override
  public void close() {
    delegate.close();
  }
}
