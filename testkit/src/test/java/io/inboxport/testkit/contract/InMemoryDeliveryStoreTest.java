package io.inboxport.testkit.contract;

import io.inboxport.event.DeliveryStore;
import io.inboxport.inmemory.InMemoryDeliveryStore;
import java.util.function.Supplier;

/** Runs the contract of delivery stores on the one in memory. */
class InMemoryDeliveryStoreTest extends DeliveryStoreContract {
  @Override
  protected Supplier<DeliveryStore> freshAccount() {
    var store = new InMemoryDeliveryStore();
    return () -> store;
  }
}
