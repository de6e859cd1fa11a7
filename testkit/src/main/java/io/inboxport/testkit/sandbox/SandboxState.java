package io.inboxport.testkit.sandbox;

import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.ServerBehavior;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.inmemory.TwinSnapshot;
import io.inboxport.testkit.fixtures.DemoInbox;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** State of a sandbox: the twin, its clock, the API's door, and the way back. Thread-safe. */
final class SandboxState {
  private static final int MAX_SNAPSHOTS = 100;

  private final InMemoryInboxGateway twin;
  private final SettableClock clock;
  private final Supplier<Instant> timeAtStart;
  private final ApiDoor api;
  private volatile Start start;
  private final WebhookPoster poster = new WebhookPoster();
  private final Map<String, TwinSnapshot> snapshots = new ConcurrentHashMap<>();

  /** The state at the start, to which {@link #reset} goes back. */
  SandboxState(
      InMemoryInboxGateway twin, SettableClock clock, Supplier<Instant> timeAtStart, ApiDoor api) {
    this.twin = twin;
    this.clock = clock;
    this.timeAtStart = timeAtStart;
    this.api = api;
    this.start = now();
  }

  /**
   * The state of a new sandbox.
   *
   * @param twin the twin to serve, or null for one of its own
   * @param clock the clock of that twin, or null for one that ticks
   * @param empty whether a twin of its own goes without the demonstration inbox
   */
  static SandboxState of(
      @Nullable InMemoryInboxGateway twin,
      @Nullable SettableClock clock,
      boolean empty,
      BasicAuth auth) {
    var ownClock = clock == null ? SettableClock.ticking() : clock;
    var start = ownClock.instant();
    Supplier<Instant> timeAtStart = clock == null ? Instant::now : () -> start;
    var served = twin == null ? InMemoryInboxGateway.builder().clock(ownClock).build() : twin;
    if (twin == null && !empty) {
      DemoInbox.fill(served, ownClock);
      // The story was told in its own time; clients live in ours.
      ownClock.set(timeAtStart.get());
    }
    return new SandboxState(served, ownClock, timeAtStart, new ApiDoor(served, ownClock, auth));
  }

  /** State that {@link #reset} goes back to, apart from the time. */
  private record Start(
      TwinSnapshot twin, ServerBehavior behavior, Dialect dialect, CallLimits limits) {}

  private Start now() {
    return new Start(twin.snapshot(), twin.behavior(), dialect(), limits());
  }

  /** Makes the state as it is now the one to go back to. */
  void startHere() {
    start = now();
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

  WebhookPoster poster() {
    return poster;
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
    var back = start;
    twin.restore(back.twin());
    twin.behave(back.behavior());
    twin.faults().clear();
    twin.attempts().clear();
    twin.webhooks().clear();
    poster.clear();
    clock.set(timeAtStart.get());
    api.faults().clear();
    api.received().clear();
    speak(back.dialect());
    limit(back.limits());
  }
}
