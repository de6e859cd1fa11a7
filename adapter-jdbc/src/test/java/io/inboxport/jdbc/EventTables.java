package io.inboxport.jdbc;

import io.inboxport.event.DeliveryStore;
import io.inboxport.event.InboxEventStore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Tables of events and deliveries of the tests: each account in them is a new one. */
final class EventTables {
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  private EventTables() {}

  static void make(DriverDatabase database) throws Exception {
    JdbcDeliveries.over(database).createTables();
    JdbcInboxEvents.over(database).createTables();
    // Twice, as an application does that makes them at each start.
    JdbcDeliveries.over(database).createTables();
    JdbcInboxEvents.over(database).createTables();
  }

  static Supplier<DeliveryStore> deliveries(DriverDatabase database) {
    var account = "acme-" + ACCOUNTS.incrementAndGet();
    return () -> JdbcDeliveries.over(database).account(account);
  }

  static Supplier<InboxEventStore> events(DriverDatabase database) {
    var account = "acme-" + ACCOUNTS.incrementAndGet();
    return () -> JdbcInboxEvents.over(database).account(account);
  }
}
