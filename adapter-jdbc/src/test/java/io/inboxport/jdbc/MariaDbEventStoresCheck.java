package io.inboxport.jdbc;

import io.inboxport.event.DeliveryStore;
import io.inboxport.event.InboxEventStore;
import io.inboxport.testkit.contract.DeliveryStoreContract;
import io.inboxport.testkit.contract.InboxEventStoreContract;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/**
 * Runs the contracts of delivery stores and event stores on MariaDB; see {@link
 * MariaDbBudgetStoreCheck}.
 */
class MariaDbEventStoresCheck {
  private static DriverDatabase database() {
    return MariaDbServer.database();
  }

  @BeforeAll
  static void make_the_tables() throws Exception {
    EventTables.make(database());
  }

  @Nested
  class Deliveries extends DeliveryStoreContract {
    @Override
    protected Supplier<DeliveryStore> freshAccount() {
      return EventTables.deliveries(database());
    }
  }

  @Nested
  class Events extends InboxEventStoreContract {
    @Override
    protected Supplier<InboxEventStore> freshAccount() {
      return EventTables.events(database());
    }
  }
}
