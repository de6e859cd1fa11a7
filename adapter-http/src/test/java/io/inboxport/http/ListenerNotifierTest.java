package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException.Unavailable;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests who hears of a call, and what that cannot change. */
class ListenerNotifierTest extends ReliableCallFixture {
  @Test
  void a_throwing_listener_changes_nothing() {
    server.answers(FOUND);
    heard.then =
        () -> {
          throw new AssertionError("a listener's own trouble");
        };

    assertThat(gateway.get(ID).id()).isEqualTo(ID);
    assertThat(heard.calls).hasSize(1);
  }

  @Test
  void an_error_is_told_as_the_end_of_its_attempt_and_of_no_call() {
    var client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw new AssertionError("no exception");
                })
            .build();

    try (var unlucky = settings().client(client).build()) {
      assertThatThrownBy(() -> unlucky.get(ID)).isInstanceOf(AssertionError.class);
    }

    assertThat(heard.attempts).extracting(a -> a.outcome()).containsExactly(CallOutcome.ERROR);
    assertThat(heard.calls).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_answer_that_breaks_off_is_told_with_its_status(boolean own) {
    server.answers(
        new MockResponse.Builder().body(FOUND).onResponseBody(new SocketEffect.CloseSocket()));
    server.answers(FOUND);
    var settings = own ? settings() : settings().client(new OkHttpClient());

    try (var reading = settings.build()) {
      reading.get(ID);
    }

    assertThat(heard.attempts).extracting(a -> a.status()).containsExactly(200, 200);
    assertThat(heard.attempts)
        .extracting(a -> a.outcome())
        .containsExactly(CallOutcome.UNAVAILABLE, CallOutcome.SUCCESS);
  }

  @Test
  void a_call_on_a_closed_gateway_is_not_told() {
    gateway.close();

    assertThatThrownBy(() -> gateway.get(ID)).isInstanceOf(Unavailable.class);

    assertThat(heard.calls).isEmpty();
  }

  @Test
  void a_call_keeps_to_its_thread() {
    server.answers(503, "").answers(FOUND);

    gateway.get(ID);

    assertThat(heard.threads).containsOnly(Thread.currentThread());
  }
}
