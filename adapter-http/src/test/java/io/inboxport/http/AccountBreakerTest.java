package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.budget.RequestBudget;
import io.inboxport.call.InboxException.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Tests when calls fail at once, and when they may try again. */
class AccountBreakerTest extends ReliableCallFixture {
  @Test
  void a_breaker_opens_when_the_server_is_down_and_fails_fast() {
    failTenTimes();

    var failure = catchThrowableOfType(Unavailable.class, () -> gateway.addNote(ID, "a note"));

    assertThat(server.requests()).isEqualTo(10);
    assertThat(failure.retryAt()).contains(time.clock().instant().plusSeconds(10));
    assertThat(heard.calls.get(heard.calls.size() - 1).attempts()).isZero();
  }

  @Test
  void an_open_breaker_lets_a_few_try_after_ten_seconds_and_closes_when_they_are_served() {
    failTenTimes();
    time.pass(Duration.ofSeconds(10));
    for (int i = 0; i < 20; i++) {
      server.answers(FOUND);
    }

    for (int i = 0; i < 20; i++) {
      gateway.get(ID);
    }
  }

  @Test
  void an_open_breaker_opens_again_when_the_server_is_still_down() {
    failTenTimes();
    time.pass(Duration.ofSeconds(10));
    server.answers(500, "").answers(500, "").answers(500, "");

    try (var single = settings().attempts(1).build()) {
      for (int i = 0; i < 5; i++) {
        assertThatThrownBy(() -> single.get(ID)).isInstanceOf(Unavailable.class);
      }
    }

    assertThat(server.requests()).isEqualTo(13);
  }

  @Test
  void an_open_breaker_of_one_account_does_not_touch_another() {
    failTenTimes();
    server.answers(FOUND);

    try (var other = of("001000000000002").build()) {
      assertThatCode(() -> other.get(ID)).doesNotThrowAnyException();
    }
  }

  @Test
  void a_breaker_does_not_care_what_the_server_declines() {
    try (var unlimited = settings().budget(RequestBudget.unlimited()).attempts(1).build()) {
      for (int status : new int[] {400, 401, 403, 404, 409, 421, 408, 429}) {
        for (int i = 0; i < 10; i++) {
          server.answers(
              status == 429 ? status(429).setHeader("Retry-After", "0") : status(status));
          assertThatThrownBy(() -> unlimited.addNote(ID, "a note")).isNotNull();
        }
      }
    }

    assertThat(server.requests()).isEqualTo(80);
  }

  @Test
  void a_call_that_is_held_back_names_the_last_failure_as_its_cause() {
    failTenTimes();

    var held = catchThrowableOfType(Unavailable.class, () -> gateway.get(ID));

    assertThat(held.getCause())
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("The server answered 503");
  }

  @Test
  void an_attempt_from_before_it_opened_does_not_close_it() {
    var breaker = new AccountBreaker("001@host", time);
    var early = Stream.generate(() -> acquire(breaker)).limit(3).toList();
    for (int i = 0; i < 10; i++) {
      acquire(breaker).unavailable(new IOException());
    }
    time.pass(Duration.ofSeconds(10));
    var trial = acquire(breaker);

    early.forEach(AccountBreaker.Trial::served);

    acquire(breaker).unavailable(new IOException());
    acquire(breaker).unavailable(new IOException());
    trial.unavailable(new IOException());
    assertThat(breaker.openFor()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void an_attempt_from_before_it_opened_takes_no_place_of_those_that_may_try() {
    var breaker = new AccountBreaker("001@host", time);
    var early = acquire(breaker);
    for (int i = 0; i < 10; i++) {
      acquire(breaker).unavailable(new IOException());
    }
    time.pass(Duration.ofSeconds(10));
    acquire(breaker);
    acquire(breaker);
    acquire(breaker);

    early.undecided();

    assertThat(breaker.tryAcquire()).isNull();
  }

  @Test
  void dead_connections_do_not_open_it() throws Exception {
    try (var hasty = new ByteServer(false, request -> ByteServer.ok(FOUND) + ByteServer.HANG_UP);
        var single = settings().baseUrl(hasty.url()).attempts(1).build()) {
      int dead = 0;
      for (int i = 0; i < 40; i++) {
        try {
          single.get(ID);
        } catch (Unavailable e) {
          assertThat(e).hasMessageContaining("The connection broke");
          dead++;
        }
      }
      assertThat(hasty.requests()).isEqualTo(40 - dead);
    }
  }

  @Test
  void a_client_that_does_not_trust_the_server_does_not_shut_out_one_that_does() throws Exception {
    var secure = new ByteServer(true, request -> ByteServer.ok(FOUND));
    try (secure;
        var distrustful = settings().baseUrl(secure.url()).attempts(1).build();
        var trusting =
            settings().baseUrl(secure.url()).client(secure.client()).attempts(1).build()) {
      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(() -> distrustful.get(ID))
            .isInstanceOf(Unavailable.class)
            .hasMessageContaining("SSLHandshakeException");
      }

      assertThat(trusting.get(ID).id()).isEqualTo(ID);
    }
  }

  @Test
  void a_client_whose_proxy_is_gone_does_not_shut_out_one_without() throws Exception {
    server.answers(FOUND);
    var gone =
        new Proxy(
            Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), closedPort()));
    var client = new OkHttpClient.Builder().proxy(gone).build();
    try (var proxied = settings().client(client).attempts(1).build()) {
      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(() -> proxied.get(ID)).hasMessageContaining("ConnectException");
      }

      assertThat(gateway.get(ID).id()).isEqualTo(ID);
    }
  }

  @Test
  void a_server_that_refuses_connections_opens_it() throws Exception {
    var url = URI.create("http://127.0.0.1:" + closedPort());
    try (var single = settings().baseUrl(url).attempts(1).build()) {
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> single.get(ID)).hasMessageContaining("cannot be reached");
      }

      assertThatThrownBy(() -> single.get(ID)).hasMessageContaining("this one was not sent");
    }
  }

  @Test
  void silences_of_less_than_a_second_do_not_open_it() throws Exception {
    var silent = new ByteServer(false, request -> "");
    try (silent;
        var hurried =
            settings()
                .baseUrl(silent.url())
                .readTimeout(Duration.ofMillis(1))
                .attempts(1)
                .build()) {
      for (int i = 0; i < 30; i++) {
        assertThatThrownBy(() -> hurried.get(ID)).hasMessageContaining("No answer came in time");
      }
    }
  }

  @Test
  void silences_of_a_second_open_it() throws Exception {
    var silent =
        new ByteServer(
            false,
            request -> {
              time.pass(Duration.ofSeconds(1));
              return "";
            });
    try (silent;
        var patient =
            settings()
                .baseUrl(silent.url())
                .readTimeout(Duration.ofMillis(700))
                .attempts(1)
                .build()) {
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> patient.get(ID)).hasMessageContaining("No answer came in time");
      }

      assertThatThrownBy(() -> patient.get(ID)).hasMessageContaining("this one was not sent");
    }
  }

  private static AccountBreaker.Trial acquire(AccountBreaker breaker) {
    return Objects.requireNonNull(breaker.tryAcquire());
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
