package io.inboxport.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Port to what keeps the entries of one account's outbox. Processes that share it see the same
 * entries; each method is one transaction.
 *
 * <p>A method returns only after what it did will outlast a crash of the process and of the store.
 * Times are the store's, so that the clocks of processes make no difference.
 *
 * <p>Thread-safe. Every method throws {@link OutboxUnavailable} when the store fails; what was
 * asked may be done then. The author of a store can run the published contract of the test kit
 * against it.
 */
public interface OutboxStore {
  /** Returns the entry with this key, without locking it. */
  Optional<OutboxEntry> find(OutboxKey key);

  /**
   * Adds an entry unless its key exists.
   *
   * @param first its first state, and whatever goes with it
   * @return whether it was added; false if the key exists
   */
  boolean add(OutboxKey key, OutboxContent content, OutboxChange first);

  /**
   * Changes an entry if the condition holds.
   *
   * @return whether it was changed; false if there is no such entry, or the condition does not hold
   */
  boolean change(OutboxKey key, OutboxCondition condition, OutboxChange change);

  /**
   * Takes the next planned entry in hand: due, held by no other worker, and the first in the line
   * of its conversation. The oldest comes first.
   *
   * <p>The line of a conversation holds the entries that were planned and whose fate is not final.
   * One that is sending, not sent or in doubt stops those behind it.
   *
   * @param holder the name of the worker's turn
   * @return the entry as it is afterwards; empty if there is none
   */
  Optional<OutboxEntry> takePlanned(String holder, Duration hold);

  /**
   * Takes the next entry in hand that is due to be looked up: sending or in doubt, and held by no
   * worker. The oldest comes first. While one worker has such an entry in hand, no other gets one.
   *
   * @param holder the name of the worker's turn
   * @return the entry as it is afterwards; empty if there is none
   */
  Optional<OutboxEntry> takeDoubtful(String holder, Duration hold);

  /**
   * Returns entries in one of these states, the oldest first.
   *
   * @param most how many at most, 1 or more
   */
  List<OutboxEntry> list(Set<OutboxState> states, int most);

  /** Removes an entry whose fate is final. Returns whether there was one. */
  boolean remove(OutboxKey key);

  /** Removes the entries whose fate has been final for so long. Returns how many. */
  int removeFinal(Duration age);
}
