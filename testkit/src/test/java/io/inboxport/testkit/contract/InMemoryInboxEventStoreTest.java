package io.inboxport.testkit.contract;

import io.inboxport.event.InboxEventStore;
import io.inboxport.inmemory.InMemoryInboxEventStore;
import java.util.function.Supplier;

/** Runs the contract of event stores on the one in memory. */
class InMemoryInboxEventStoreTest extends InboxEventStoreContract {
  @Override
  protected Supplier<InboxEventStore> freshAccount() {
    var store = new InMemoryInboxEventStore();
    return () -> store;
  }
}
