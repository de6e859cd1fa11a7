package io.inboxport.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.Inbox;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.event.InboxChange;
import io.inboxport.event.InboxEvents;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.inmemory.InMemoryInboxEventStore;
import io.inboxport.testkit.sandbox.Sandbox;
import io.inboxport.webhook.WebhookReceiver;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sandbox posts webhooks to the endpoint, and the platform hears how things are. */
@Timeout(60)
class WebhookEndpointTest {
  private static final String SECRET = "whsec-of-the-endpoint";

  @Test
  void what_changes_behind_the_api_is_heard_over_http() throws Exception {
    List<InboxChange> changes = new ArrayList<>();
    try (var sandbox = Sandbox.start();
        var gateway =
            HttpInboxGateway.builder()
                .credentials(Credentials.of("001000000000001", "any"))
                .baseUrl(sandbox.url())
                .build()) {
      var events =
          InboxEvents.over(gateway, new InMemoryInboxEventStore(), changes::add)
              .gatheringFor(Duration.ZERO)
              .build();
      // The poll's first turn; the second is due in 43 seconds.
      events.work(1);
      try (var endpoint = WebhookEndpoint.start(0, WebhookReceiver.of(SECRET), events)) {
        register(sandbox.adminUrl(), endpoint.url());
        var id = ConversationId.of("eit000000000001");

        Inbox.over(gateway).close(id);
        while (changes.isEmpty()) {
          events.work(10);
        }

        assertThat(changes.get(0)).isInstanceOf(InboxChange.Now.class);
        var now = ((InboxChange.Now) changes.get(0)).conversation();
        assertThat(now.id()).isEqualTo(id);
        assertThat(now.status()).isEqualTo(Status.CLOSED);
        assertThat(now.tags()).isPresent();
      }
    }
  }

  private static void register(URI admin, URI url) throws Exception {
    var json = "{\"id\":\"whk1\",\"url\":\"%s\",\"secret\":\"%s\"}".formatted(url, SECRET);
    assertThat(post(admin.resolve("webhooks"), json)).isEqualTo(200);
  }

  private static int post(URI url, String body) throws Exception {
    var request = HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(body)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  @Test
  void a_stranger_is_refused() throws Exception {
    try (var sandbox = Sandbox.start()) {
      var events =
          InboxEvents.over(sandbox.twin(), new InMemoryInboxEventStore(), change -> {}).build();
      try (var endpoint = WebhookEndpoint.start(0, WebhookReceiver.of(SECRET), events)) {
        assertThat(post(endpoint.url(), "{\"event\":\"newConversation\"}")).isEqualTo(401);
      }
    }
  }
}
