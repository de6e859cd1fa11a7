package io.inboxport.inmemory;

import io.inboxport.conversation.ConversationId;
import io.inboxport.event.FetchCause;
import io.inboxport.event.FetchTask;
import io.inboxport.event.InboxEventStore;
import io.inboxport.event.PollPosition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Store of events in memory: for tests, or for one process that begins anew when it starts.
 * Thread-safe.
 */
public final class InMemoryInboxEventStore implements InboxEventStore {
  private final Map<ConversationId, TrackedConversation> tracked = new HashMap<>();
  private PollPosition position = PollPosition.START;

  /** Creates an empty store. */
  public InMemoryInboxEventStore() {}

  @Override
  public synchronized void mark(Map<ConversationId, String> ids, FetchCause cause, Instant due) {
    ids.forEach(
        (id, seen) ->
            tracked
                .computeIfAbsent(id, TrackedConversation::new)
                .mark(seen, cause, due.truncatedTo(ChronoUnit.MILLIS)));
  }

  @Override
  public synchronized Optional<FetchTask> take(Set<FetchCause> causes, Instant now, Instant until) {
    return tracked.values().stream()
        .filter(conversation -> conversation.isFree(causes, now))
        .min(Comparator.comparing(TrackedConversation::due))
        .map(conversation -> conversation.take(until));
  }

  @Override
  public synchronized boolean told(
      FetchTask task, @Nullable String listed, @Nullable String state, Instant now) {
    var conversation = tracked.get(task.id());
    return conversation != null && conversation.told(task, listed, state, now);
  }

  @Override
  public synchronized boolean putOff(FetchTask task, Instant due) {
    var conversation = tracked.get(task.id());
    return conversation != null && conversation.putOff(task, due.truncatedTo(ChronoUnit.MILLIS));
  }

  @Override
  public synchronized Map<ConversationId, String> listed(Collection<ConversationId> ids) {
    var listed = new HashMap<ConversationId, String>();
    for (var id : ids) {
      var conversation = tracked.get(id);
      var shown = conversation == null ? null : conversation.listed();
      if (shown != null) {
        listed.put(id, shown);
      }
    }
    return listed;
  }

  @Override
  public synchronized List<ConversationId> settled(int most) {
    return tracked.values().stream()
        .filter(TrackedConversation::isSettled)
        .sorted(Comparator.comparing(TrackedConversation::toldAt))
        .limit(most)
        .map(TrackedConversation::id)
        .toList();
  }

  @Override
  public synchronized PollPosition position() {
    return position;
  }

  @Override
  public synchronized boolean advance(PollPosition from, PollPosition to) {
    if (!position.equals(from)) {
      return false;
    }
    position = new PollPosition(to.turn(), to.due().truncatedTo(ChronoUnit.MILLIS));
    return true;
  }
}
