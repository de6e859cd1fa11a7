package io.inboxport.inmemory;

import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxCondition;
import io.inboxport.outbox.OutboxContent;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.outbox.OutboxHold;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.OutboxStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Outbox store in memory, for tests: it forgets everything with the process. Its time is that of
 * the clock it is given, such as the twin's. Thread-safe.
 */
public final class InMemoryOutboxStore implements OutboxStore {
  private final Clock clock;
  // In the order in which they were added.
  private final Map<OutboxKey, StoredOutboxEntry> entries = new LinkedHashMap<>();

  /** Creates an empty store that goes by this clock. */
  public InMemoryOutboxStore(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public synchronized Optional<OutboxEntry> find(OutboxKey key) {
    return Optional.ofNullable(entries.get(key)).map(stored -> stored.readAt(clock.instant()));
  }

  @Override
  public synchronized boolean add(OutboxKey key, OutboxContent content, OutboxChange first) {
    var now = clock.instant();
    var created = StoredOutboxEntry.create(key, content, now).after(first, now);
    return entries.putIfAbsent(key, created) == null;
  }

  @Override
  public synchronized boolean change(
      OutboxKey key, OutboxCondition condition, OutboxChange change) {
    var stored = entries.get(key);
    var now = clock.instant();
    if (stored == null || !stored.meets(condition, now)) {
      return false;
    }
    entries.put(key, stored.after(change, now));
    return true;
  }

  @Override
  public synchronized Optional<OutboxEntry> takePlanned(String holder, Duration hold) {
    var now = clock.instant();
    var busy = new HashSet<>();
    for (var stored : entries.values()) {
      var entry = stored.readAt(now);
      boolean isFirst = !stored.inLine() || busy.add(entry.conversation());
      if (isFirst && entry.state() == OutboxState.PLANNED && entry.isDue() && !entry.isHeld()) {
        return Optional.of(take(stored, holder, hold, now));
      }
    }
    return Optional.empty();
  }

  @Override
  public synchronized Optional<OutboxEntry> takeDoubtful(String holder, Duration hold) {
    var now = clock.instant();
    var due =
        entries.values().stream()
            .filter(stored -> isDoubtful(stored.readAt(now).state()))
            .filter(stored -> stored.readAt(now).isDue())
            .toList();
    return due.stream().anyMatch(stored -> stored.readAt(now).isHeld())
        ? Optional.empty()
        : due.stream().findFirst().map(stored -> take(stored, holder, hold, now));
  }

  private static boolean isDoubtful(OutboxState state) {
    return state == OutboxState.SENDING || state == OutboxState.IN_DOUBT;
  }

  private OutboxEntry take(StoredOutboxEntry stored, String holder, Duration hold, Instant now) {
    var taken = stored.heldBy(new OutboxHold(holder, now.plus(hold)));
    entries.put(stored.entry().key(), taken);
    return taken.readAt(now);
  }

  @Override
  public synchronized List<OutboxEntry> list(Set<OutboxState> states, int most) {
    var now = clock.instant();
    return entries.values().stream()
        .map(stored -> stored.readAt(now))
        .filter(entry -> states.contains(entry.state()))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized boolean remove(OutboxKey key) {
    var stored = entries.get(key);
    return stored != null && stored.entry().state().isFinal() && entries.remove(key, stored);
  }

  @Override
  public synchronized int removeFinal(Duration age) {
    var latest = clock.instant().minus(age);
    int before = entries.size();
    entries
        .values()
        .removeIf(
            stored -> stored.entry().state().isFinal() && !stored.changedAt().isAfter(latest));
    return before - entries.size();
  }
}
