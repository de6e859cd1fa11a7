package io.inboxport.testkit.contract;

import io.inboxport.inmemory.InMemoryOutboxStore;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.outbox.OutboxStore;
import io.inboxport.testkit.crash.CrashSwitch;
import io.inboxport.testkit.crash.OutboxStage;
import java.time.Duration;
import java.time.Instant;

/** Runs the contract of stores on the one in memory. */
class InMemoryOutboxStoreTest extends OutboxStoreContract {
  @Override
  protected OutboxStage freshStage() {
    var clock = SettableClock.at(Instant.parse("2025-03-10T12:00:00Z"));
    var store = new InMemoryOutboxStore(clock);
    return new OutboxStage() {
      @Override
      public OutboxStore open(CrashSwitch crash) {
        return store;
      }

      @Override
      public void pass(Duration time) {
        clock.advance(time);
      }
    };
  }
}
