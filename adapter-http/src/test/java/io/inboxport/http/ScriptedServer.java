package io.inboxport.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;

/** A server on the loopback interface that answers what it is told to. */
final class ScriptedServer implements AutoCloseable {
  static final Instant NOW = Instant.parse("2025-03-12T10:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final MockWebServer server = new MockWebServer();

  ScriptedServer() {
    try {
      server.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ScriptedServer answers(String json) {
    return answers(200, json);
  }

  ScriptedServer answers(int status, String body) {
    return answers(new MockResponse.Builder().code(status).body(body));
  }

  ScriptedServer answers(byte[] body) {
    return answers(new MockResponse.Builder().body(new Buffer().write(body)));
  }

  ScriptedServer answers(MockResponse.Builder response) {
    server.enqueue(response.build());
    return this;
  }

  HttpInboxGateway.Builder settings() {
    return HttpInboxGateway.builder()
        .credentials(Credentials.of("001000000000001", "key-42"))
        .baseUrl(server.url("/v2").uri())
        .clock(CLOCK);
  }

  /** A gateway that makes every call in one attempt. */
  HttpInboxGateway gateway() {
    return single(settings(), Duration.ofSeconds(10));
  }

  static HttpInboxGateway single(HttpInboxGateway.Builder settings, Duration deadline) {
    return settings.calls(new OneAttempt(CLOCK, deadline)).build();
  }

  /** Switches to TLS with a certificate that no client trusts. */
  URI unknownToAnyAuthority() {
    var certificate = new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    var certificates = new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    server.useHttps(certificates.sslSocketFactory());
    return server.url("/v2").uri();
  }

  RecordedRequest request() {
    try {
      var request = server.takeRequest(5, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("No request came.");
      }
      return request;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  int requests() {
    return server.getRequestCount();
  }

  MockWebServer itself() {
    return server;
  }

  @Override
  public void close() {
    server.close();
  }
}
