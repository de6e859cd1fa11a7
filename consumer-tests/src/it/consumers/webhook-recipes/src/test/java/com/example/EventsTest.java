package com.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.inboxport.conversation.ConversationId;
import io.inboxport.event.DeliveryGuard;
import io.inboxport.event.DeliveryVerdict;
import io.inboxport.event.InboxChange;
import io.inboxport.event.InboxEvents;
import io.inboxport.inmemory.DeliveryMishap;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.inmemory.SentWebhook;
import io.inboxport.jdbc.JdbcDeliveries;
import io.inboxport.jdbc.JdbcInboxEvents;
import io.inboxport.webhook.WebhookEvent;
import io.inboxport.webhook.WebhookReceiver;
import io.inboxport.webhook.WebhookResult;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsTest {
  private final WebhookDesk desk = new WebhookDesk();
  private final JdbcDataSource dataSource = new JdbcDataSource();
  private final ChangeTable table = new ChangeTable();

  /** Table of the platform. */
  private static final class ChangeTable {
    private final List<InboxChange> changes = new ArrayList<>();

    void apply(InboxChange change) {
      changes.add(change);
    }
  }

  @BeforeEach
  void make_the_tables() throws Exception {
    dataSource.setURL("jdbc:h2:mem:desk" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
    JdbcInboxEvents.over(dataSource).createTables();
    JdbcDeliveries.over(dataSource).createTables();
  }

  private WebhookEvent event() {
    SentWebhook webhook = desk.webhook();
    Map<String, String> headers = Map.of("X-Oktopost-Signature", webhook.signature());
    var result = WebhookReceiver.of(WebhookDesk.SECRET).receive(webhook.body(), headers::get);
    return ((WebhookResult.Accepted) result).event();
  }

  private void hear(InMemoryInboxGateway gateway, DataSource dataSource, WebhookEvent event) {
    // recipe: events
    var store = JdbcInboxEvents.over(dataSource).account("acme");
    var events = InboxEvents.over(gateway, store, table::apply).build();
    events.heard(event.conversations()); // for each webhook, before it is answered
    events.work(100); // every second, by any scheduler, on as many machines as you like
    // end
  }

  @Test
  void each_conversation_is_told_as_it_is_now() {
    var event = event();
    hear(desk.twin, dataSource, event);
    desk.heard();
    hear(desk.twin, dataSource, event);

    assertEquals(1, table.changes.size());
    assertEquals(event.conversations().iterator().next(), table.changes.get(0).id());
  }

  private DeliveryVerdict guarded(WebhookEvent event, Clock clock) {
    // recipe: guard
    var guard = DeliveryGuard.over(JdbcDeliveries.over(dataSource).account("acme"), clock);
    DeliveryVerdict verdict =
        guard.handle(event.digest(), event.time().orElse(null), () -> notifyDesk(event));
    // end
    return verdict;
  }

  private void notifyDesk(WebhookEvent event) {
    assertEquals(1, event.conversations().size());
  }

  @Test
  void a_delivery_is_handled_once() {
    var event = event();

    assertEquals(DeliveryVerdict.HANDLED, guarded(event, desk.clock));
    assertEquals(DeliveryVerdict.REPEATED, guarded(event, desk.clock));
  }

  @Test
  void the_twin_sends_a_webhook_twice() {
    var twin = InMemoryInboxGateway.create();
    ConversationId id = twin.receive(InboundItem.post());
    var received = new ArrayList<SentWebhook>();
    var secret = WebhookDesk.SECRET;
    // recipe: twin
    twin.webhooks().register("whk1", secret, webhook -> received.add(webhook));
    twin.webhooks().play(DeliveryMishap.DOUBLED, 1);
    twin.customerSays(id, "Where is my parcel?"); // comes twice, with the same bytes
    // end

    assertEquals(3, received.size());
    assertArrayEquals(received.get(0).body(), received.get(1).body());
  }
}
