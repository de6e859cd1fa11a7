package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.inboxport.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerClockTest {
  private final ScriptedServer server = new ScriptedServer();
  private final HttpInboxGateway gateway = server.gateway();

  @AfterEach
  void close() {
    gateway.close();
    server.close();
  }

  @Test
  void a_server_that_tells_no_date_is_taken_to_agree() {
    server.answers("{\"Result\":true,\"Conversation\":{\"Id\":\"eit1\"}}");

    gateway.get(ConversationId.of("eit1"));

    assertThat(gateway.clockOffset()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"600, 600", "-600, -600", "86400, 86400", "2, 2"})
  void a_clock_that_differs_is_noticed(int ahead, int noticed) {
    answerAt(ahead);

    assertThat(gateway.clockOffset())
        .isBetween(Duration.ofSeconds(noticed - 1), Duration.ofSeconds(noticed + 1));
  }

  @Test
  void the_rest_of_a_second_is_no_difference() {
    answerAt(0);

    assertThat(gateway.clockOffset()).isZero();
  }

  @Test
  void the_last_answer_counts() {
    answerAt(600);
    answerAt(0);

    assertThat(gateway.clockOffset()).isZero();
  }

  @Test
  void a_slow_answer_leaves_a_difference_that_still_explains_it() {
    var measured = new ServerClock(ScriptedServer.CLOCK);

    measured.compare("Wed, 12 Mar 2025 09:59:55 GMT", at(0), at(0));
    assertThat(measured.offset()).isEqualTo(Duration.ofMillis(-4_500));
    measured.compare("Wed, 12 Mar 2025 10:00:00 GMT", at(0), at(6));
    assertThat(measured.offset()).isEqualTo(Duration.ofMillis(-4_500));
    measured.compare("Wed, 12 Mar 2025 10:00:10 GMT", at(10), at(10));
    assertThat(measured.offset()).isZero();
  }

  @Test
  void a_date_that_equal_clocks_just_explain_is_no_difference() {
    var measured = new ServerClock(ScriptedServer.CLOCK);

    measured.compare("Wed, 12 Mar 2025 10:00:00 GMT", at(1), at(1));
    assertThat(measured.offset()).isZero();
    measured.compare("Wed, 12 Mar 2025 10:00:00 GMT", at(0), at(0));
    assertThat(measured.offset()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "", "Wed, 99 Mar 2025 10:00:00 GMT"})
  void a_date_that_is_none_changes_nothing(String date) {
    answerAt(600);
    answer(date);

    assertThat(gateway.clockOffset().toSeconds()).isCloseTo(600, within(1L));
  }

  private static Instant at(int second) {
    return ScriptedServer.NOW.plusSeconds(second);
  }

  private void answerAt(int secondsAhead) {
    var date = ZonedDateTime.now(ScriptedServer.CLOCK).plusSeconds(secondsAhead);
    answer(DateTimeFormatter.RFC_1123_DATE_TIME.format(date));
  }

  private void answer(String date) {
    server.answers(
        new MockResponse.Builder()
            .setHeader("Date", date)
            .body("{\"Result\":true,\"Conversation\":{\"Id\":\"eit1\"}}"));
    gateway.get(ConversationId.of("eit1"));
  }
}
