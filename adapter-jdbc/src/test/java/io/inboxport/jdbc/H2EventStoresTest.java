package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.conversation.ConversationId;
import io.inboxport.event.DeliveryClaim;
import io.inboxport.event.DeliveryDigest;
import io.inboxport.event.DeliveryStore;
import io.inboxport.event.EventStoreUnavailable;
import io.inboxport.event.FetchCause;
import io.inboxport.event.InboxEventStore;
import io.inboxport.testkit.contract.DeliveryStoreContract;
import io.inboxport.testkit.contract.InboxEventStoreContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contracts of delivery stores and event stores on a file of H2. */
class H2EventStoresTest {
  @TempDir static Path folder;
  private static Connection open;

  private static DriverDatabase database() {
    return new DriverDatabase("jdbc:h2:" + folder.resolve("events") + ";WRITE_DELAY=0");
  }

  @BeforeAll
  static void make_the_tables() throws Exception {
    // Else it would be closed and opened with every connection.
    open = database().getConnection();
    EventTables.make(database());
  }

  @AfterAll
  static void close() throws Exception {
    open.close();
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

  @Test
  void a_table_that_is_not_there_is_told_with_the_remedy() {
    var deliveries = JdbcDeliveries.over(database()).table("nowhere");
    var events = JdbcInboxEvents.over(database()).table("nowhere");

    assertThatThrownBy(deliveries::checkTables)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("no table nowhere", "delivery-h2.sql");
    assertThatThrownBy(() -> events.account("acme").position())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("no table nowhere", "event-h2.sql");
  }

  @Test
  void a_table_that_lacks_a_column_is_told() throws Exception {
    database().execute("CREATE TABLE poor (account VARCHAR(9), digest CHAR(64), seen_at BIGINT)");

    assertThatThrownBy(() -> JdbcDeliveries.over(database()).table("poor").checkTables())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("poor", "no column claimed_until");
  }

  @Test
  void a_file_that_is_written_late_is_refused_with_the_remedy() throws Exception {
    var late = new DriverDatabase("jdbc:h2:" + folder.resolve("late"));
    EventTables.make(late);

    assertThatThrownBy(() -> JdbcInboxEvents.over(late).checkTables())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("The event", ";WRITE_DELAY=0");
  }

  @Test
  void the_tables_may_be_in_another_schema() throws Exception {
    database().execute("CREATE SCHEMA ops");
    var deliveries = JdbcDeliveries.over(database()).table("ops.seen");
    var events = JdbcInboxEvents.over(database()).table("ops.changes");
    deliveries.createTables();
    events.createTables();
    var digest = DeliveryDigest.of(new byte[] {1});

    assertThat(deliveries.account("acme").claim(digest, Instant.EPOCH, Instant.EPOCH))
        .isEqualTo(DeliveryClaim.TAKEN);
    events
        .account("acme")
        .mark(Map.of(ConversationId.of("a"), ""), FetchCause.HEARD, Instant.EPOCH);

    assertThat(database().ask("SELECT digest FROM ops.seen")).isEqualTo(digest.hex());
    assertThat(database().ask("SELECT conversation FROM ops.changes")).isEqualTo("a");
  }

  @Test
  void a_database_that_is_gone_is_told_as_unavailable() {
    var gone = new DriverDatabase("jdbc:h2:tcp://127.0.0.1:1/none");

    assertThatThrownBy(() -> JdbcInboxEvents.over(gone).account("acme").position())
        .isInstanceOf(EventStoreUnavailable.class)
        .hasMessageContaining("inboxport_event");
  }
}
