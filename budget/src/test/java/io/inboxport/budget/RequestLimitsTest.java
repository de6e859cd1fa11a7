package io.inboxport.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {
  private final RequestLimits.Builder limits = RequestLimits.documented().toBuilder();

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
    assertThatThrownBy(() -> limits.reserveForWrites(60).build())
        .hasMessage("Requests reserved for writes must be 0 to 59, not 60.");
    assertThatThrownBy(() -> limits.reserveForWrites(10).perMinute(10).build())
        .hasMessage("Requests reserved for writes must be 0 to 9, not 10.");
  }

  @Test
  void a_margin_is_at_most_a_minute() {
    assertThat(limits.margin(Duration.ofMinutes(1)).build().margin()).hasToString("PT1M");
    assertThatThrownBy(() -> limits.margin(Duration.ofSeconds(61)))
        .hasMessage("Margin must be PT0S to PT1M, not PT1M1S.");
    assertThatThrownBy(() -> limits.margin(Duration.ofMillis(-1)))
        .hasMessage("Margin must be PT0S to PT1M, not PT-0.001S.");
    assertThatThrownBy(() -> limits.margin(Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_grace_is_at_most_a_quarter_of_an_hour() {
    assertThat(limits.grace(Duration.ofMinutes(15)).build().grace())
        .isEqualTo(Duration.ofMinutes(15));
    assertThatThrownBy(() -> limits.grace(Duration.ofMinutes(15).plusNanos(1)))
        .hasMessage("Grace must be PT0S to PT15M, not PT15M0.000000001S.");
    assertThatThrownBy(() -> limits.grace(Duration.ofNanos(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_builder_holds_the_limits_it_came_from_and_changes_none_of_them() {
    var own = limits.perMinute(30).perFiveSeconds(10).perDay(500).reserveForWrites(3).build();

    assertThat(own.toBuilder().build()).isEqualTo(own).hasSameHashCodeAs(own);
    assertThat(own.toBuilder().margin(Duration.ZERO).build())
        .isNotEqualTo(own)
        .doesNotHaveSameHashCodeAs(own);
    assertThat(own)
        .hasToString(
            "RequestLimits[perMinute=30, perFiveSeconds=10, perDay=500, reservedForWrites=3,"
                + " margin=PT0.25S, grace=PT1M]");
    assertThat(RequestLimits.documented())
        .hasToString(
            "RequestLimits[perMinute=60, perFiveSeconds=120, perDay=20000, reservedForWrites=0,"
                + " margin=PT0.25S, grace=PT1M]");
  }
}
