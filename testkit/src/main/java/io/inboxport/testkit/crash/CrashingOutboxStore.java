package io.inboxport.testkit.crash;

import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxCondition;
import io.inboxport.outbox.OutboxContent;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.OutboxStore;
import io.inboxport.outbox.OutboxUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Outbox store whose process dies, or which fails, at the point of a {@link CrashSwitch}. */
public final class CrashingOutboxStore implements OutboxStore {
  private final OutboxStore store;
  private final CrashSwitch crash;

  /** Creates the view that a process with this switch has of a store. */
  public CrashingOutboxStore(OutboxStore store, CrashSwitch crash) {
    this.store = Objects.requireNonNull(store, "store");
    this.crash = Objects.requireNonNull(crash, "crash");
  }

  private <T> T pass(String name, CrashSwitch.Point<T, RuntimeException> operation) {
    return crash.pass(
        name,
        operation,
        done -> new OutboxUnavailable("The store failed in a test.", new IllegalStateException()));
  }

  @Override
  public Optional<OutboxEntry> find(OutboxKey key) {
    return pass("find", () -> store.find(key));
  }

  @Override
  public boolean add(OutboxKey key, OutboxContent content, OutboxChange first) {
    return pass("add " + first.to(), () -> store.add(key, content, first));
  }

  @Override
  public boolean change(OutboxKey key, OutboxCondition condition, OutboxChange change) {
    return pass("change to " + change.to(), () -> store.change(key, condition, change));
  }

  @Override
  public Optional<OutboxEntry> takePlanned(String holder, Duration hold) {
    return pass("takePlanned", () -> store.takePlanned(holder, hold));
  }

  @Override
  public Optional<OutboxEntry> takeDoubtful(String holder, Duration hold) {
    return pass("takeDoubtful", () -> store.takeDoubtful(holder, hold));
  }

  @Override
  public List<OutboxEntry> list(Set<OutboxState> states, int most) {
    return pass("list", () -> store.list(states, most));
  }

  @Override
  public boolean remove(OutboxKey key) {
    return pass("remove", () -> store.remove(key));
  }

  @Override
  public int removeFinal(Duration age) {
    return pass("removeFinal", () -> store.removeFinal(age));
  }
}
