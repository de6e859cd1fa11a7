package io.inboxport.inmemory;

import io.inboxport.conversation.ConversationId;
import io.inboxport.event.FetchCause;
import io.inboxport.event.FetchTask;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversation in the store of events, with its marks. Not thread-safe. */
final class TrackedConversation {
  private final ConversationId id;
  private long number;
  private long marks;
  private @Nullable FetchCause cause;
  private Instant due = Instant.MAX;
  private Instant heldUntil = Instant.MIN;
  private @Nullable String seen;
  private @Nullable String listed;
  private @Nullable String state;
  private Instant toldAt = Instant.MIN;

  TrackedConversation(ConversationId id) {
    this.id = id;
  }

  void mark(String newlySeen, FetchCause newCause, Instant newDue) {
    marks++;
    cause = cause == FetchCause.HEARD ? cause : newCause;
    due = newDue.isBefore(due) ? newDue : due;
    seen = newlySeen.isEmpty() ? seen : newlySeen;
  }

  boolean isFree(Set<FetchCause> causes, Instant now) {
    return cause != null && causes.contains(cause) && !due.isAfter(now) && !heldUntil.isAfter(now);
  }

  FetchTask take(Instant until) {
    number++;
    heldUntil = until;
    return new FetchTask(id, number, marks, Objects.requireNonNull(cause), state);
  }

  boolean told(FetchTask task, @Nullable String newListed, @Nullable String newState, Instant now) {
    if (task.number() != number) {
      return false;
    }
    listed = newState == null || seen == null ? newListed : seen;
    state = newState;
    seen = null;
    toldAt = now;
    heldUntil = Instant.MIN;
    if (task.marks() == marks) {
      cause = null;
      due = Instant.MAX;
    }
    return true;
  }

  boolean putOff(FetchTask task, Instant newDue) {
    if (task.number() != number) {
      return false;
    }
    heldUntil = Instant.MIN;
    due = newDue;
    return true;
  }

  boolean isSettled() {
    return state != null && cause == null;
  }

  ConversationId id() {
    return id;
  }

  Instant due() {
    return due;
  }

  Instant toldAt() {
    return toldAt;
  }

  @Nullable String listed() {
    return listed;
  }
}
