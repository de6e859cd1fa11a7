package io.inboxport.event;

import io.inboxport.call.InboxException;
import io.inboxport.conversation.Conversation;
import io.inboxport.port.InboxGateway;
import java.time.Duration;
import java.time.Instant;

/** Fetches a conversation, and tells the subscriber how it is now. */
final class ChangeTeller {
  /** After a failure that may pass by itself. */
  private static final Duration SOON = Duration.ofMinutes(1);

  /** After an answer that cannot be read, which only a new version of something can mend. */
  private static final Duration LATER = Duration.ofHours(1);

  private final InboxGateway gateway;
  private final InboxEventStore store;
  private final InboxSubscriber subscriber;

  ChangeTeller(InboxGateway gateway, InboxEventStore store, InboxSubscriber subscriber) {
    this.gateway = gateway;
    this.store = store;
    this.subscriber = subscriber;
  }

  /** Makes one call. What it throws leaves the task to be done again. */
  CallResult fetch(FetchTask task) {
    Conversation conversation;
    try {
      conversation = gateway.get(task.id());
    } catch (InboxException.NotFound e) {
      return tellGone(task);
    } catch (InboxException.RateLimited e) {
      return heldBack(task, e.retryAt());
    } catch (InboxException.Unavailable e) {
      return heldBack(task, e.retryAt().orElse(in(SOON)));
    } catch (InboxException.UnreadableResponse e) {
      store.putOff(task, in(LATER));
      return CallResult.QUIET;
    } catch (InboxException e) {
      store.putOff(task, in(SOON));
      throw e;
    }
    return tell(task, conversation);
  }

  private CallResult heldBack(FetchTask task, Instant retryAt) {
    store.putOff(task, retryAt);
    return CallResult.HELD_BACK;
  }

  private CallResult tell(FetchTask task, Conversation conversation) {
    var state = ConversationFingerprint.whole(conversation);
    boolean isNews = task.cause() == FetchCause.HEARD || !state.equals(task.state());
    if (isNews) {
      tell(task, new InboxChange.Now(task.number(), conversation));
    }
    store.told(task, ConversationFingerprint.listed(conversation), state, now());
    return isNews ? CallResult.TOLD : CallResult.QUIET;
  }

  /** One that was never told has nothing to go from: a webhook may name what is no conversation. */
  private CallResult tellGone(FetchTask task) {
    boolean isNews = task.state() != null;
    if (isNews) {
      tell(task, new InboxChange.Gone(task.number(), task.id()));
    }
    store.told(task, null, null, now());
    return isNews ? CallResult.TOLD : CallResult.QUIET;
  }

  private void tell(FetchTask task, InboxChange change) {
    try {
      subscriber.changed(change);
    } catch (RuntimeException | Error failure) {
      giveBack(task, failure);
      throw failure;
    }
  }

  private void giveBack(FetchTask task, Throwable failure) {
    try {
      store.putOff(task, in(SOON));
    } catch (EventStoreUnavailable e) {
      // Its hold ends by itself.
      failure.addSuppressed(e);
    }
  }

  private Instant in(Duration time) {
    return now().plus(time);
  }

  private Instant now() {
    return gateway.clock().instant();
  }
}
