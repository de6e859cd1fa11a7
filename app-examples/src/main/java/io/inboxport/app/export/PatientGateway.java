package io.inboxport.app.export;

import io.inboxport.InboxException.RateLimited;
import io.inboxport.InboxException.Unavailable;
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
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A gateway for long work: a read that the budget holds back is made again when its time has come,
 * however long that takes, and one that found nobody there is made three times. Writes are passed
 * on as they are. As thread-safe as the gateway behind it.
 */
public final class PatientGateway implements InboxGateway {
  private static final int TRIES = 3;

  private final InboxGateway gateway;
  private final Clock clock;
  private final Patience patience;
  private final AtomicLong calls = new AtomicLong();

  /** A patient front for this gateway, which it does not close. */
  public PatientGateway(InboxGateway gateway, Clock clock, Patience patience) {
    this.gateway = gateway;
    this.clock = clock;
    this.patience = patience;
  }

  /** How many reads it has asked the gateway for, repeated ones included. */
  public long calls() {
    return calls.get();
  }

  private <T> T patiently(Supplier<T> read) {
    for (int failures = 0; ; ) {
      try {
        calls.incrementAndGet();
        return read.get();
      } catch (RateLimited e) {
        await(e.retryAt());
      } catch (Unavailable e) {
        if (++failures == TRIES) {
          throw e;
        }
        await(e.retryAt().orElse(clock.instant().plusSeconds(5L * failures)));
      }
    }
  }

  private void await(Instant time) {
    try {
      patience.until(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("Interrupted while waiting."));
    }
  }

  @Override
  public ConversationPage list(ConversationQuery query) {
    return patiently(() -> gateway.list(query));
  }

  @Override
  public Conversation get(ConversationId id) {
    return patiently(() -> gateway.get(id));
  }

  @Override
  public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId olderThan) {
    return patiently(() -> gateway.timeline(id, olderThan));
  }

  @Override
  public Identity me() {
    return patiently(gateway::me);
  }

  @Override
  public void setStatus(ConversationId id, Status status) {
    gateway.setStatus(id, status);
  }

  @Override
  public Assignment assign(ConversationId id, UserId assignee, @Nullable String note) {
    return gateway.assign(id, assignee, note);
  }

  @Override
  public TimelineEntry addNote(ConversationId id, String note) {
    return gateway.addNote(id, note);
  }

  @Override
  public List<Tag> replaceTags(ConversationId id, Collection<TagName> names) {
    return gateway.replaceTags(id, names);
  }

  @Override
  public void reply(ConversationId id, ReplyDraft draft) {
    gateway.reply(id, draft);
  }

  @Override
  public void createCase(ConversationId id, SalesforceCase salesforceCase) {
    gateway.createCase(id, salesforceCase);
  }
}
