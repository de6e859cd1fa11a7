package io.inboxport.testkit.contract;

import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxCondition;
import io.inboxport.outbox.OutboxContent;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.OutboxStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Outbox store that only passes calls on. */
class DelegatingOutboxStore implements OutboxStore {
  final OutboxStore sound;

  DelegatingOutboxStore(OutboxStore sound) {
    this.sound = sound;
  }

  @Override
  public Optional<OutboxEntry> find(OutboxKey key) {
    return sound.find(key);
  }

  @Override
  public boolean add(OutboxKey key, OutboxContent content, OutboxChange first) {
    return sound.add(key, content, first);
  }

  @Override
  public boolean change(OutboxKey key, OutboxCondition condition, OutboxChange change) {
    return sound.change(key, condition, change);
  }

  @Override
  public Optional<OutboxEntry> takePlanned(String holder, Duration hold) {
    return sound.takePlanned(holder, hold);
  }

  @Override
  public Optional<OutboxEntry> takeDoubtful(String holder, Duration hold) {
    return sound.takeDoubtful(holder, hold);
  }

  @Override
  public List<OutboxEntry> list(Set<OutboxState> states, int most) {
    return sound.list(states, most);
  }

  @Override
  public boolean remove(OutboxKey key) {
    return sound.remove(key);
  }

  @Override
  public int removeFinal(Duration age) {
    return sound.removeFinal(age);
  }
}
