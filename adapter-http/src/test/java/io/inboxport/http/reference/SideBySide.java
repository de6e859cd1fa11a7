package io.inboxport.http.reference;

import io.inboxport.http.SandboxGateways;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.testkit.sandbox.Dialect;
import io.inboxport.testkit.sandbox.Sandbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The door that all sequences of a run share, and the client in front of it. */
final class SideBySide implements AutoCloseable {
  private final Sandbox sandbox;
  private final Dialect dialect;
  private final SandboxGateways.Leaping overHttp;
  private final Map<String, Integer> ends = new TreeMap<>();
  private int stepsTaken;

  private SideBySide(Sandbox sandbox, Dialect dialect) {
    this.sandbox = sandbox;
    this.dialect = dialect;
    this.overHttp = SandboxGateways.leaping(sandbox);
  }

  static SideBySide open(Dialect dialect) {
    var clock = SettableClock.at(Instant.parse("2025-03-14T09:00:00Z"));
    return new SideBySide(Sandbox.builder().empty().clock(clock).start(), dialect);
  }

  /** Takes a sequence from the beginning. */
  void take(List<Step> steps) {
    sandbox.reset();
    sandbox.speak(dialect);
    var inboxes = new Trio(sandbox, overHttp.gateway(), ends);
    for (var step : steps) {
      inboxes.take(step);
      overHttp.leap();
      stepsTaken++;
    }
  }

  int stepsTaken() {
    return stepsTaken;
  }

  /** The number of calls by operation and kind of end: {@code "REPLY Rejected"}. */
  Map<String, Integer> ends() {
    return ends;
  }

  @Override
  public void close() {
    overHttp.close();
    sandbox.close();
  }
}
