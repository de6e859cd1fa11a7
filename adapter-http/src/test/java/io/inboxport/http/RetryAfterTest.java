package io.inboxport.http;

import static io.inboxport.properties.Generators.strings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.conversation.ConversationId;
import io.inboxport.properties.PropertyCheck;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = ScriptedServer.NOW;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 2025-03-12T10:00:00Z",
        "7 | 2025-03-12T10:00:07Z",
        "000009 | 2025-03-12T10:00:09Z",
        " 90  | 2025-03-12T10:01:30Z",
        "99999999999999999999 | 2025-03-13T10:00:00Z",
        "Wed, 12 Mar 2025 10:05:00 GMT | 2025-03-12T10:05:00Z",
        "Wed, 12 Mar 2025 09:00:00 GMT | 2025-03-12T10:00:00Z",
        "Thu, 12 Mar 2099 09:00:00 GMT | 2025-03-13T10:00:00Z"
      })
  void seconds_and_dates_are_read_up_to_a_day(String header, Instant expected) {
    assertThat(RetryAfter.read(header, NOW)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "٣", "Wed, 12 Mar 2025"})
  void everything_else_names_no_time(String header) {
    assertThat(RetryAfter.read(header, NOW)).isNull();
  }

  @Test
  void no_header_is_too_much() {
    PropertyCheck.standard()
        .forAll(
            strings(),
            header -> {
              var at = RetryAfter.read(header, NOW);

              if (at != null) {
                assertThat(at).isBetween(NOW, NOW.plus(Duration.ofDays(1)));
              }
            });
  }

  @Test
  void a_429_without_it_blocks_as_long_as_the_vendor_does() {
    assertThat(limited(new MockResponse.Builder().code(429)).retryAt())
        .isEqualTo(NOW.plus(Duration.ofMinutes(15)));
  }

  @Test
  void a_429_with_it_is_believed() {
    assertThat(
            limited(new MockResponse.Builder().code(429).addHeader("Retry-After", "3")).retryAt())
        .isEqualTo(NOW.plusSeconds(3));
  }

  @Test
  void a_503_with_it_tells_when_to_try_again() {
    try (var server = new ScriptedServer();
        var gateway =
            server
                .answers(new MockResponse.Builder().code(503).addHeader("Retry-After", "5"))
                .gateway()) {
      var unavailable =
          catchThrowableOfType(Unavailable.class, () -> gateway.get(ConversationId.of("eit1")));

      assertThat(unavailable.retryAt()).contains(NOW.plusSeconds(5));
    }
  }

  @ParameterizedTest
  @CsvSource({"503, 999999999", "503, 99999999999", "408, 99999999999", "408, 86401"})
  void more_than_a_day_is_a_day_also_where_okhttp_would_act_on_it(int status, String header) {
    try (var server = new ScriptedServer();
        var gateway =
            server
                .answers(new MockResponse.Builder().code(status).addHeader("Retry-After", header))
                .gateway()) {
      var unavailable =
          catchThrowableOfType(Unavailable.class, () -> gateway.get(ConversationId.of("eit1")));

      assertThat(unavailable.retryAt()).contains(NOW.plus(Duration.ofDays(1)));
      assertThat(unavailable).hasMessageContaining("The server answered " + status);
    }
  }

  private static RateLimited limited(MockResponse.Builder answer) {
    try (var server = new ScriptedServer();
        var gateway = server.answers(answer).gateway()) {
      return catchThrowableOfType(RateLimited.class, () -> gateway.get(ConversationId.of("eit1")));
    }
  }
}
