package io.inboxport.jdbc;

import io.inboxport.event.DeliveryStore;
import io.inboxport.event.InboxEventStore;
import io.inboxport.testkit.contract.DeliveryStoreContract;
import io.inboxport.testkit.contract.InboxEventStoreContract;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contracts of delivery stores and event stores on a file of SQLite. */
class SqliteEventStoresTest {
  @TempDir static Path folder;

  private static DriverDatabase database() {
    return new DriverDatabase("jdbc:sqlite:" + folder.resolve("events.db"));
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
