package io.inboxport.app.export;

import io.inboxport.account.Identity;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.port.InboxGateway;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gateway for long work. A read that the budget holds back is made again when its time has come,
 * however long that takes; a read that found the server unavailable is made three times. Writes are
 * passed on as they are. When the thread is interrupted during a wait, the read ends at once as it
 * ended last, and the thread stays interrupted. As thread-safe as the gateway behind it.
 */
public final class PatientGateway extends ForwardingInboxGateway {
  private static final int TRIES = 3;

  private final Clock clock;
  private final ExportPatience patience;
  private final AtomicLong calls = new AtomicLong();

  /** A patient front for this gateway, which it does not close. */
  public PatientGateway(InboxGateway gateway, Clock clock, ExportPatience patience) {
    super(gateway);
    this.clock = clock;
    this.patience = patience;
  }

  /** Returns how many reads it has asked the gateway for, repeated ones included. */
  public long calls() {
    return calls.get();
  }

  private <T> T patiently(Supplier<T> read) {
    for (int failures = 0; ; ) {
      try {
        calls.incrementAndGet();
        return read.get();
      } catch (RateLimited e) {
        await(e.retryAt(), e);
      } catch (Unavailable e) {
        if (++failures == TRIES) {
          throw e;
        }
        await(e.retryAt().orElse(clock.instant().plusSeconds(5L * failures)), e);
      }
    }
  }

  private void await(Instant time, InboxException failure) {
    try {
      patience.until(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  @Override
  public ConversationPage list(ConversationQuery query) {
    return patiently(() -> delegate().list(query));
  }

  @Override
  public Conversation get(ConversationId id) {
    return patiently(() -> delegate().get(id));
  }

  @Override
  public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId olderThan) {
    return patiently(() -> delegate().timeline(id, olderThan));
  }

  @Override
  public Identity me() {
    return patiently(delegate()::me);
  }

  @Override
  public void close() {
    // Its maker closes the gateway behind it.
  }
}
