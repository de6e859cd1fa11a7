package io.inboxport.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.inboxport.event.InboxEvents;
import io.inboxport.webhook.WebhookReceiver;
import io.inboxport.webhook.WebhookResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Endpoint for webhooks on the JDK's own HTTP server: it verifies each body, writes down which
 * conversations it speaks of, and answers. Fetching is the work of another thread.
 */
public final class WebhookEndpoint implements AutoCloseable {
  private static final String PATH = "/webhooks";

  private final WebhookReceiver receiver;
  private final InboxEvents events;
  private final HttpServer server;

  private WebhookEndpoint(WebhookReceiver receiver, InboxEvents events, HttpServer server) {
    this.receiver = receiver;
    this.events = events;
    this.server = server;
  }

  /**
   * Starts it on the loopback interface; a proxy with TLS stands before it.
   *
   * @param port the port; 0 for any that is free
   */
  public static WebhookEndpoint start(int port, WebhookReceiver receiver, InboxEvents events)
      throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var endpoint = new WebhookEndpoint(receiver, events, HttpServer.create(address, 0));
    endpoint.server.createContext(PATH, endpoint::handle);
    endpoint.server.start();
    return endpoint;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readNBytes(WebhookReceiver.LARGEST_BODY + 1);
      var result = receiver.receive(body, exchange.getRequestHeaders());
      if (result instanceof WebhookResult.Accepted accepted) {
        // Before the answer: the vendor sends again what was not answered.
        events.heard(accepted.event().conversations());
      }
      exchange.sendResponseHeaders(result.httpStatus(), -1);
    }
  }

  /** The URL to register. */
  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + PATH);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
