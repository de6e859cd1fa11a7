package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.budget.RequestBudget;
import io.inboxport.call.InboxException.Unavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When calls fail at once, and when they may try again. */
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
}
