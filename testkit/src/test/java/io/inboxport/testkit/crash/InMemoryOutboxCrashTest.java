package io.inboxport.testkit.crash;

import io.inboxport.inmemory.InMemoryOutboxStore;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.outbox.OutboxStore;
import java.time.Duration;
import java.time.Instant;

class InMemoryOutboxCrashTest extends OutboxCrashContract {
  @Override
  protected void tell(String sentence) {
    System.out.println(sentence);
  }

  @Override
  protected OutboxStage freshStage() {
    var clock = SettableClock.at(Instant.parse("1999-01-01T00:00:00Z"));
    var store = new InMemoryOutboxStore(clock);
    return new OutboxStage() {
      @Override
      public OutboxStore open(CrashSwitch crash) {
        return new CrashingOutboxStore(store, crash);
      }

      @Override
      public void pass(Duration time) {
        clock.advance(time);
      }
    };
  }
}
