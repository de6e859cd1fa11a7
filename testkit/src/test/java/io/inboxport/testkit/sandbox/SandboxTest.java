package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.conversation.ConversationQuery;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.inmemory.SettableClock;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

class SandboxTest {
  @Test
  void starts_with_the_demo_data_in_our_time() {
    try (var sandbox = Sandbox.start()) {
      assertThat(sandbox.twin().list(ConversationQuery.all()).total().orElseThrow())
          .isGreaterThan(3);
      assertThat(Duration.between(sandbox.clock().instant(), Instant.now()).abs())
          .isLessThan(Duration.ofMinutes(1));
    }
  }

  @Test
  void may_start_empty_and_at_any_time() {
    var then = Instant.parse("2020-02-29T00:00:00Z");
    try (var sandbox = Sandbox.builder().empty().clock(SettableClock.at(then)).start()) {
      assertThat(sandbox.twin().list(ConversationQuery.all()).total()).hasValue(0);
      assertThat(sandbox.clock().instant()).isEqualTo(then);
    }
    try (var sandbox = Sandbox.builder().clock(SettableClock.at(then)).start()) {
      assertThat(sandbox.clock().instant()).isEqualTo(then);
    }
  }

  @Test
  void serves_a_twin_as_it_is_given() throws Exception {
    var clock = SettableClock.at(Instant.parse("2025-03-10T14:22:00Z"));
    var twin = InMemoryInboxGateway.builder().clock(clock).build();
    var id = twin.receive(InboundItem.mention());

    try (var sandbox = Sandbox.builder().twin(twin, clock).start()) {
      assertThat(Wire.get(sandbox, "/v2/conversation/" + id).status()).isEqualTo(200);
      assertThat(sandbox.twin()).isSameAs(twin);
    }
  }

  @Test
  void opens_the_port_it_is_told_to_and_fails_where_that_is_taken() {
    int port;
    try (var first = Sandbox.start()) {
      port = first.url().getPort();
      var second = Sandbox.builder().port(port);
      assertThatThrownBy(second::start)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("port " + port);
    }
    try (var third = Sandbox.builder().port(port).start()) {
      assertThat(third.url()).hasPort(port);
    }
  }

  @Test
  void goes_back_to_a_snapshot_and_to_its_start() {
    try (var sandbox = Sandbox.builder().empty().start()) {
      var id = sandbox.twin().receive(InboundItem.mention());
      sandbox.snapshot("one item");
      sandbox.twin().deleteConversation(id);

      sandbox.restore("one item");
      assertThat(sandbox.twin().list(ConversationQuery.all()).total()).hasValue(1);

      sandbox.reset();
      assertThat(sandbox.twin().list(ConversationQuery.all()).total()).hasValue(0);
      assertThat(sandbox).hasToString("Sandbox[" + sandbox.url() + "]");
    }
  }

  @Test
  void keeps_a_hundred_snapshots_and_replaces_any_of_them() {
    try (var sandbox = Sandbox.builder().empty().start()) {
      for (int i = 0; i < 100; i++) {
        sandbox.snapshot("snapshot " + i);
      }
      sandbox.twin().receive(InboundItem.mention());
      sandbox.snapshot("snapshot 7");

      assertThatThrownBy(() -> sandbox.snapshot("one more"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("100 snapshots");
      sandbox.reset();
      sandbox.restore("snapshot 7");
      assertThat(sandbox.twin().list(ConversationQuery.all()).total()).hasValue(1);
    }
  }

  @Test
  void takes_the_ports_and_credentials_there_are_and_no_others() {
    var builder = Sandbox.builder().port(65_535).port(0);

    for (int port : new int[] {-1, 65_536}) {
      assertThatThrownBy(() -> builder.port(port))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("give 1 to 65535");
    }
    for (var wrong : new String[][] {{"", "key"}, {":", "key"}, {"a:b", "key"}, {"a", ""}}) {
      assertThatThrownBy(() -> builder.credentials(wrong[0], wrong[1]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("colon");
    }
    try (var sandbox = builder.start()) {
      assertThat(sandbox.url().getPort()).isPositive();
    }
  }

  @Test
  void speaks_https_to_who_trusts_its_certificate() throws Exception {
    try (var sandbox = Sandbox.builder().tls().start()) {
      assertThat(sandbox.url()).hasScheme("https");
      assertThat(sandbox.certificatePem().orElseThrow()).startsWith("-----BEGIN CERTIFICATE-----");
      var request = HttpRequest.newBuilder(sandbox.adminUrl().resolve("clock")).build();
      var stranger = HttpClient.newHttpClient();
      assertThatThrownBy(() -> stranger.send(request, BodyHandlers.ofString()))
          .isInstanceOf(SSLHandshakeException.class);

      var client = HttpClient.newBuilder().sslContext(trusting(sandbox)).build();

      for (int i = 0; i < 3; i++) {
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      }
    }
  }

  private static SSLContext trusting(Sandbox sandbox) throws Exception {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("sandbox", sandbox.certificate().orElseThrow());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void has_no_certificate_without_tls() {
    try (var sandbox = Sandbox.start()) {
      assertThat(sandbox.certificate()).isEmpty();
      assertThat(sandbox.certificatePem()).isEmpty();
    }
  }

  @Test
  void waits_until_it_is_closed() throws Exception {
    var sandbox = Sandbox.start();
    var waiting =
        new FutureTask<>(
            () -> {
              sandbox.awaitClose();
              return true;
            });
    var waiter = new Thread(waiting);
    waiter.start();
    while (waiter.getState() != Thread.State.WAITING && waiter.isAlive()) {
      Thread.onSpinWait();
    }
    assertThat(waiting).as("it waits while the sandbox is open").isNotDone();

    sandbox.close();

    assertThat(waiting.get()).isTrue();
  }

  @Test
  void unsound_settings_are_refused() {
    assertThatThrownBy(() -> Sandbox.builder().port(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> Sandbox.builder().port(65536)).hasMessageContaining("65536");
    assertThatThrownBy(() -> Sandbox.builder().credentials("a:b", "key"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sandbox.builder().credentials("a", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
