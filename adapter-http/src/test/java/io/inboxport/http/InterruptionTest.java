package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thread that is interrupted while the server keeps silent. */
@Timeout(20)
class InterruptionTest {
  private static final ConversationId ID = ConversationId.of("eit000000000001");

  private static final HeldCertificate CERTIFICATE =
      new HeldCertificate.Builder()
          .addSubjectAlternativeName("127.0.0.1")
          .addSubjectAlternativeName("localhost")
          .build();

  private ServerSocket silent;

  @BeforeEach
  void listen() throws IOException {
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    silent.close();
  }

  @Test
  void a_read_ends_at_once() throws Exception {
    assertThat(interrupted(settings().build(), inbox -> inbox.get(ID)))
        .isInstanceOf(InboxException.Unavailable.class);
  }

  @Test
  void a_write_ends_at_once_and_nobody_knows_its_outcome() throws Exception {
    assertThat(interrupted(settings().build(), inbox -> inbox.addNote(ID, "a note")))
        .isInstanceOf(InboxException.OutcomeUnknown.class);
  }

  @Test
  void so_it_is_with_a_client_of_the_embedder() throws Exception {
    var client = new OkHttpClient();

    assertThat(interrupted(settings().client(client).build(), inbox -> inbox.get(ID)))
        .isInstanceOf(InboxException.Unavailable.class);
  }

  @Test
  void so_it_is_within_tls() throws Exception {
    silent.close();
    silent =
        serverSide(CERTIFICATE)
            .sslContext()
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var gateway = settings().baseUrl(url("https", silent)).client(trusting(CERTIFICATE)).build();

    assertThat(interrupted(gateway, inbox -> inbox.addNote(ID, "a note")))
        .isInstanceOf(InboxException.OutcomeUnknown.class);
  }

  @Test
  void it_costs_no_other_call_as_no_connection_carries_two() throws Exception {
    try (var server = new MockWebServer()) {
      server.useHttps(serverSide(CERTIFICATE).sslSocketFactory());
      server.enqueue(new MockResponse(200, Headers.EMPTY, "{\"Result\":true}"));
      server.start();
      assertThat(server.getProtocols()).contains(Protocol.HTTP_2);
      try (var gateway =
          settings().baseUrl(server.url("/").uri()).client(trusting(CERTIFICATE)).build()) {
        gateway.setStatus(ID, Status.CLOSED);
      }

      var request = Objects.requireNonNull(server.takeRequest(10, TimeUnit.SECONDS));
      assertThat(request.getRequestLine()).endsWith(" HTTP/1.1");
    }
  }

  private static HandshakeCertificates serverSide(HeldCertificate certificate) {
    return new HandshakeCertificates.Builder().heldCertificate(certificate).build();
  }

  private static OkHttpClient trusting(HeldCertificate certificate) {
    var trusting =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
        .build();
  }

  @Test
  void a_write_that_is_still_connecting_ends_at_once_and_nothing_happened() throws Exception {
    var end = new CompletableFuture<InboxException>();
    try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var filling = new Filling(full);
        var gateway = settings(full).build()) {
      var thread =
          new Thread(() -> end.complete(failure(gateway, inbox -> inbox.addNote(ID, "a"))));
      thread.start();
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      assertThat(filling.connections).isNotEmpty();

      thread.interrupt();

      assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(InboxException.Unavailable.class);
    }
  }

  /** Connections that are never accepted, until the next one has to wait. */
  private static final class Filling implements AutoCloseable {
    final List<Socket> connections = new ArrayList<>();

    Filling(ServerSocket server) throws IOException {
      try {
        while (true) {
          var connection = new Socket();
          connections.add(connection);
          connection.connect(server.getLocalSocketAddress(), 300);
        }
      } catch (SocketTimeoutException full) {
        // Now it is.
      }
    }

    @Override
    public void close() throws IOException {
      for (var connection : connections) {
        connection.close();
      }
    }
  }

  private HttpInboxGateway.Builder settings() {
    return settings(silent);
  }

  private static HttpInboxGateway.Builder settings(ServerSocket server) {
    return HttpInboxGateway.builder()
        .credentials(Credentials.of("001000000000001", "key-42"))
        .baseUrl(url("http", server))
        .deadline(Duration.ofMinutes(5))
        .readTimeout(Duration.ofMinutes(5));
  }

  private static URI url(String scheme, ServerSocket server) {
    return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort());
  }

  private static InboxException failure(HttpInboxGateway gateway, Consumer<HttpInboxGateway> call) {
    try {
      call.accept(gateway);
      throw new AssertionError("It succeeded.");
    } catch (InboxException failure) {
      assertThat(Thread.currentThread().isInterrupted()).as("the flag").isTrue();
      return failure;
    }
  }

  /** Returns how the call ends when its thread is interrupted after the request has come. */
  private InboxException interrupted(HttpInboxGateway gateway, Consumer<HttpInboxGateway> call)
      throws Exception {
    var end = new CompletableFuture<InboxException>();
    var thread =
        new Thread(
            () -> {
              try (gateway) {
                end.complete(failure(gateway, call));
              } catch (Throwable other) {
                end.completeExceptionally(other);
              }
            });
    thread.start();
    try (var connection = silent.accept()) {
      assertThat(connection.getInputStream().read()).isPositive();
      awaitBlocked(thread);
      thread.interrupt();
      var failure = end.get(10, TimeUnit.SECONDS);
      thread.join();
      return failure;
    }
  }

  /** Until the thread reads from its socket; its stack is the only thing that tells. */
  private static void awaitBlocked(Thread thread) {
    while (Arrays.stream(thread.getStackTrace())
        .noneMatch(
            frame ->
                frame.getClassName().startsWith("sun.nio.ch.")
                    || frame.getMethodName().equals("socketRead0"))) {
      Thread.onSpinWait();
    }
  }
}
