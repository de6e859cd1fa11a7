package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.inboxport.event.InboxEvents;
import io.inboxport.inmemory.SentWebhook;
import io.inboxport.webhook.WebhookReceiver;
import io.inboxport.webhook.WebhookResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdkServerTest {
  private final WebhookDesk desk = new WebhookDesk();
  private HttpServer server;

  // recipe: jdk-server
  /** Endpoint of the JDK's own HTTP server. */
  static void handle(HttpExchange exchange, WebhookReceiver receiver, InboxEvents events)
      throws IOException {
    try (exchange) {
      // One byte more than a receiver takes, so that a larger body is refused and not read.
      var body = exchange.getRequestBody().readNBytes(WebhookReceiver.LARGEST_BODY + 1);
      var result = receiver.receive(body, exchange.getRequestHeaders());
      if (result instanceof WebhookResult.Accepted accepted) {
        events.heard(accepted.event().conversations()); // written down, and then answered
      }
      exchange.sendResponseHeaders(result.httpStatus(), -1);
    }
  }

  // end

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var receiver = WebhookReceiver.of(WebhookDesk.SECRET);
    server.createContext("/hook", exchange -> handle(exchange, receiver, desk.events));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private int post(byte[] body, String header, String signature) throws Exception {
    var url = URI.create("http://localhost:" + server.getAddress().getPort() + "/hook");
    var request =
        HttpRequest.newBuilder(url)
            .header(header, signature)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  @Test
  void a_webhook_is_answered_and_heard() throws Exception {
    SentWebhook webhook = desk.webhook();

    assertEquals(200, post(webhook.body(), "x-OKTOPOST-signature", webhook.signature()));
    assertEquals(1, desk.heard());
  }

  @Test
  void a_stranger_is_refused() throws Exception {
    assertEquals(401, post(desk.webhook().body(), "X-Oktopost-Signature", "0".repeat(40)));
    assertEquals(401, post(desk.webhook().body(), "X-Other", "0".repeat(40)));
    assertEquals(0, desk.heard());
  }

  @Test
  void a_body_that_is_too_large_is_refused() throws Exception {
    var large = new byte[WebhookReceiver.LARGEST_BODY + 1];

    assertEquals(413, post(large, "X-Oktopost-Signature", "0".repeat(40)));
  }
}
