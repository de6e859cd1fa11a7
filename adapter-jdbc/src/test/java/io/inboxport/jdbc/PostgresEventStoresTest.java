package io.inboxport.jdbc;

import io.inboxport.event.DeliveryStore;
import io.inboxport.event.InboxEventStore;
import io.inboxport.testkit.contract.DeliveryStoreContract;
import io.inboxport.testkit.contract.InboxEventStoreContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Runs the contracts of delivery stores and event stores on PostgreSQL. */
class PostgresEventStoresTest {
  private static EmbeddedPostgres server;

  private static DriverDatabase database() {
    return new DriverDatabase(server.getJdbcUrl("postgres", "postgres"));
  }

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedServers.postgres();
    EventTables.make(database());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
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
