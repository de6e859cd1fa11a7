package io.inboxport.http.race;

import io.inboxport.http.SandboxGateways;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.port.InboxGateway;
import io.inboxport.testkit.contract.Backstage;
import io.inboxport.testkit.sandbox.Sandbox;
import java.time.Instant;

/** Place of a race. */
enum Track {
  IN_MEMORY {
    @Override
    Open open() {
      var clock = SettableClock.at(START);
      var twin = InMemoryInboxGateway.builder().clock(clock).build();
      return new Open(twin, Backstage.of(twin, clock), () -> {});
    }
  },
  OVER_HTTP {
    @Override
    Open open() {
      var sandbox = Sandbox.builder().empty().clock(SettableClock.at(START)).start();
      var gateway = SandboxGateways.unhurried(sandbox);
      var backstage = Backstage.of(sandbox.twin(), sandbox.clock());
      return new Open(
          gateway,
          backstage,
          () -> {
            gateway.close();
            sandbox.close();
          });
    }
  };

  private static final Instant START = Instant.parse("2025-03-14T09:00:00Z");

  abstract Open open();

  /** A track that is open to racers. */
  record Open(InboxGateway gateway, Backstage backstage, Runnable closing)
      implements AutoCloseable {
    @Override
    public void close() {
      closing.run();
    }
  }
}
