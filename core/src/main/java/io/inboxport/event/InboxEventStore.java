package io.inboxport.event;

import io.inboxport.conversation.ConversationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Port to what keeps the events of one account: which conversations are to be fetched, what was
 * told of each, and how far the poll is. Any number of processes may share one. Implementations are
 * thread-safe; each method is atomic, and durable when it returns. Times are kept to the
 * millisecond.
 *
 * <p>The test kit has the published contract.
 */
public interface InboxEventStore {
  /** The longest id of a conversation that every store keeps, in Java chars. */
  int LONGEST_ID = 255;

  /**
   * Marks conversations to be fetched, each atomically. One that is marked already keeps the
   * earlier time and the stronger cause, and its marks are counted. The mark of a conversation that
   * is being fetched stays.
   *
   * @param ids the conversations, with the fingerprint of what a list shows of each; the empty text
   *     if no list was seen
   * @param due the time from which on they may be fetched
   * @throws EventStoreUnavailable when the store fails
   */
  void mark(Map<ConversationId, String> ids, FetchCause cause, Instant due);

  /**
   * Takes the conversation of one of these causes that is due for longest and that no other worker
   * has.
   *
   * @param until the time until which no other worker gets it
   * @throws EventStoreUnavailable when the store fails
   */
  Optional<FetchTask> take(Set<FetchCause> causes, Instant now, Instant until);

  /**
   * Writes down what was told, and gives the conversation back. It stays marked if it was marked
   * again since it was taken. The fingerprint of the list is the one of its last mark by the poll,
   * or else the one given here.
   *
   * @param listed the fingerprint of what a list would show; null if it is gone
   * @param state the fingerprint of the conversation; null if it is gone
   * @return whether it was written; false if another worker has taken it since
   * @throws EventStoreUnavailable when the store fails
   */
  boolean told(FetchTask task, @Nullable String listed, @Nullable String state, Instant now);

  /**
   * Gives a conversation back that could not be fetched or told; it stays marked.
   *
   * @param due the time from which on it may be taken again
   * @return whether it was given back; false if another worker has taken it since
   * @throws EventStoreUnavailable when the store fails
   */
  boolean putOff(FetchTask task, Instant due);

  /**
   * Returns what a list showed when each of these conversations was told last; those that were not
   * told, or are gone, are left out.
   *
   * @throws EventStoreUnavailable when the store fails
   */
  Map<ConversationId, String> listed(Collection<ConversationId> ids);

  /**
   * Returns the conversations that were told and are not gone, the least recently told first. Those
   * that are marked are left out.
   *
   * @param most how many at most
   * @throws EventStoreUnavailable when the store fails
   */
  List<ConversationId> settled(int most);

  /**
   * Returns the position of the poll.
   *
   * @throws EventStoreUnavailable when the store fails
   */
  PollPosition position();

  /**
   * Moves the position of the poll, unless it was moved meanwhile.
   *
   * @return whether it was moved
   * @throws EventStoreUnavailable when the store fails
   */
  boolean advance(PollPosition from, PollPosition to);
}
