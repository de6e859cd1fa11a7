package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.budget.SteppedTime;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.InboxException.UnreadableResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Tests when a call is tried again, and when it ends. */
class ReliableCallTest extends ReliableCallFixture {
  @Test
  void a_read_is_tried_again_when_the_server_was_unavailable() {
    server.answers(503, "").answers(502, "<html>").answers(FOUND);

    assertThat(gateway.get(ID).id()).isEqualTo(ID);

    assertThat(server.requests()).isEqualTo(3);
    assertThat(heard.calls)
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.outcome()).isEqualTo(CallOutcome.SUCCESS);
              assertThat(call.attempts()).isEqualTo(3);
            });
    assertThat(heard.attempts).extracting(a -> a.status()).containsExactly(503, 502, 200);
  }

  @Test
  void a_read_is_given_up_after_three_attempts() {
    server.answers(503, "").answers(503, "").answers(503, "").answers(FOUND);

    assertThatThrownBy(() -> gateway.get(ID)).isInstanceOf(Unavailable.class);

    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void the_pauses_between_attempts_are_drawn_from_a_growing_range() {
    for (int i = 0; i < 7; i++) {
      server.answers(408, "");
    }
    try (var patient = settings().attempts(7).build()) {
      assertThatThrownBy(() -> patient.get(ID)).isInstanceOf(Unavailable.class);
    }

    assertThat(time.parks).hasSizeLessThanOrEqualTo(6);
    assertThat(time.elapsed())
        .isPositive()
        .isLessThanOrEqualTo(Duration.ofMillis(250 * (1 + 2 + 4 + 8 + 16) + 5_000));
  }

  @Test
  void what_the_server_declines_is_not_asked_again() {
    server.answers(404, "").answers(400, "").answers("nonsense");

    assertThatThrownBy(() -> gateway.get(ID)).isNotInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> gateway.get(ID)).isNotInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> gateway.get(ID)).isInstanceOf(UnreadableResponse.class);

    assertThat(server.requests()).isEqualTo(3);
    assertThat(time.parks).isEmpty();
  }

  @Test
  void a_write_of_unknown_outcome_is_never_sent_again() {
    server.answers(503, "").answers(NOTED);

    assertThatThrownBy(() -> gateway.addNote(ID, "a note")).isInstanceOf(OutcomeUnknown.class);

    assertThat(server.requests()).isEqualTo(1);
    assertThat(time.parks).isEmpty();
  }

  @Test
  void a_write_that_never_left_is_tried_again() {
    server.answers(NOTED);
    var lookups = new ArrayList<String>();
    var client =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  lookups.add(host);
                  if (lookups.size() == 1) {
                    throw new UnknownHostException(host);
                  }
                  return List.of(InetAddress.getLoopbackAddress());
                })
            .build();

    try (var patient = settings().client(client).build()) {
      patient.addNote(ID, "a note");
    }

    assertThat(heard.attempts)
        .extracting(a -> a.outcome())
        .containsExactly(CallOutcome.UNAVAILABLE, CallOutcome.SUCCESS);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void a_server_that_names_a_time_within_ten_seconds_gets_it() {
    server.answers(status(503).setHeader("Retry-After", "7")).answers(FOUND);

    gateway.get(ID);

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void a_server_that_names_a_date_gets_it_too() {
    var date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            SteppedTime.START.plusSeconds(9).atOffset(ZoneOffset.UTC));
    server.answers(status(503).setHeader("Retry-After", date)).answers(FOUND);

    gateway.get(ID);

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void a_server_that_asks_for_more_gets_no_second_attempt_and_the_caller_the_time() {
    server.answers(status(503).setHeader("Retry-After", "11")).answers(FOUND);

    var failure = catchThrowableOfType(Unavailable.class, () -> gateway.get(ID));

    assertThat(failure.retryAt()).contains(SteppedTime.START.plusSeconds(11));
    assertThat(time.elapsed()).isZero();
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void a_pause_that_would_outlast_the_deadline_is_not_begun() {
    server.answers(status(503).setHeader("Retry-After", "7")).answers(FOUND);

    try (var hasty = settings().deadline(Duration.ofSeconds(7)).build()) {
      assertThatThrownBy(() -> hasty.get(ID)).isInstanceOf(Unavailable.class);
    }

    assertThat(time.elapsed()).isZero();
  }

  @Test
  void a_short_429_is_waited_for_by_a_read_and_told_to_a_write() {
    server
        .answers(status(429).setHeader("Retry-After", "5"))
        .answers(FOUND)
        .answers(status(429).setHeader("Retry-After", "5"));

    gateway.get(ID);
    var failure = catchThrowableOfType(RateLimited.class, () -> gateway.addNote(ID, "a note"));

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
    assertThat(failure.retryAt()).isEqualTo(SteppedTime.START.plusSeconds(10));
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void an_interrupted_thread_sends_nothing_and_stays_interrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> gateway.addNote(ID, "a note")).isInstanceOf(Unavailable.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.requests()).isZero();
  }

  @Test
  void a_thread_interrupted_while_it_pauses_ends_at_once_with_what_it_knows() {
    server.answers(503, "").answers(FOUND);
    heard.then = () -> Thread.currentThread().interrupt();

    assertThatThrownBy(() -> gateway.get(ID)).isInstanceOf(Unavailable.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.requests()).isEqualTo(1);
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void the_number_of_attempts_is_bounded() {
    assertThatThrownBy(() -> settings().attempts(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The attempts are 0: give 1 to 10.");
    assertThatThrownBy(() -> settings().attempts(11)).isInstanceOf(IllegalArgumentException.class);
  }
}
