package io.inboxport.testkit.sandbox;

import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.ServerBehavior;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.inmemory.TwinSnapshot;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** State of a sandbox: the twin, its clock, the API's door, and the way back. Thread-safe. */
final class SandboxState {
  private static final int MAX_SNAPSHOTS = 100;

  private final InMemoryInboxGateway twin;
  private final SettableClock clock;
  private final Supplier<Instant> timeAtStart;
  private final ApiDoor api;
  private final TwinSnapshot stateAtStart;
  private final ServerBehavior behaviorAtStart;
  private final Map<String, TwinSnapshot> snapshots = new ConcurrentHashMap<>();

  /** The state at the start, to which {@link #reset} goes back. */
  SandboxState(
      InMemoryInboxGateway twin, SettableClock clock, Supplier<Instant> timeAtStart, ApiDoor api) {
    this.twin = twin;
    this.clock = clock;
    this.timeAtStart = timeAtStart;
    this.api = api;
    this.stateAtStart = twin.snapshot();
    this.behaviorAtStart = twin.behavior();
  }

  InMemoryInboxGateway twin() {
    return twin;
  }

  SettableClock clock() {
    return clock;
  }

  ApiDoor api() {
    return api;
  }

  Dialect dialect() {
    return api.dialect();
  }

  void speak(Dialect dialect) {
    api.speak(dialect);
  }

  CallLimits limits() {
    return api.calls().limits();
  }

  void limit(CallLimits limits) {
    api.calls().limit(limits);
  }

  void snapshot(String name) {
    if (snapshots.size() >= MAX_SNAPSHOTS && !snapshots.containsKey(name)) {
      throw new IllegalArgumentException(
          "There are " + MAX_SNAPSHOTS + " snapshots already: use one of their names again.");
    }
    snapshots.put(name, twin.snapshot());
  }

  void restore(String name) {
    var snapshot = snapshots.get(name);
    if (snapshot == null) {
      throw new IllegalArgumentException(
          "There is no snapshot \"" + name + "\": there are " + new TreeSet<>(snapshots.keySet()));
    }
    twin.restore(snapshot);
  }

  void reset() {
    twin.restore(stateAtStart);
    twin.behave(behaviorAtStart);
    twin.faults().clear();
    twin.attempts().clear();
    clock.set(timeAtStart.get());
    api.faults().clear();
    api.received().clear();
    speak(Dialect.documented());
    limit(CallLimits.none());
  }
}
