package io.inboxport.budget;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {
  private final RequestLimits limits = RequestLimits.documented();

  @Test
  void a_limit_outside_its_bounds_is_refused_with_value_and_bounds() {
    assertThatThrownBy(() -> limits.perMinute(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Requests per minute must be 1 to 1000000, not 0.");
    assertThatThrownBy(() -> limits.perFiveSeconds(1_000_001))
        .hasMessage("Requests per 5 seconds must be 1 to 1000000, not 1000001.");
    assertThatThrownBy(() -> limits.perDay(0))
        .hasMessage("Requests per day must be 1 to 2147483647, not 0.");
  }

  @Test
  void the_reserve_must_leave_reads_something() {
    assertThatThrownBy(() -> limits.reserveForWrites(60))
        .hasMessage("Requests reserved for writes must be 0 to 59, not 60.");
    assertThatThrownBy(() -> limits.reserveForWrites(10).perMinute(10))
        .hasMessage("Requests reserved for writes must be 0 to 9, not 10.");
  }

  @Test
  void a_margin_is_at_most_a_minute() {
    assertThatThrownBy(() -> limits.margin(Duration.ofSeconds(61)))
        .hasMessage("Margin must be PT0S to PT1M, not PT1M1S.");
    assertThatThrownBy(() -> limits.margin(Duration.ofMillis(-1)))
        .hasMessage("Margin must be PT0S to PT1M, not PT-0.001S.");
    assertThatThrownBy(() -> limits.margin(Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
