package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.inmemory.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private final SettableClock clock = SettableClock.at(Instant.parse("2025-03-10T23:00:00Z"));
  private final CallCounter calls = new CallCounter(clock);

  private int admitted(int tries) {
    int admitted = 0;
    for (int i = 0; i < tries; i++) {
      admitted += calls.refuse("user").isEmpty() ? 1 : 0;
    }
    return admitted;
  }

  @Test
  void nothing_is_limited_until_told() {
    assertThat(admitted(100_000)).isEqualTo(100_000);
  }

  @Test
  void a_thousand_users_are_remembered_at_once() {
    calls.limit(CallLimits.none().toBuilder().perDay(1).build());
    for (int i = 0; i < 1_000; i++) {
      assertThat(calls.refuse("user " + i)).isEmpty();
    }
    assertThat(calls.refuse("user 0")).isPresent();
    assertThat(calls.refuse("one more")).isEmpty();
    assertThat(calls.refuse("user 1")).as("dropped, as it was quiet longest").isEmpty();
    assertThat(calls.refuse("user 0")).isPresent();
  }

  @Test
  void a_limit_of_the_day_may_be_taken_back() {
    calls.limit(CallLimits.documented().toBuilder().withoutWindows().perDay(0).build());

    assertThat(admitted(30_000)).isEqualTo(30_000);
  }

  @Test
  void equal_limits_have_equal_hashes_and_others_differ() {
    var limits = CallLimits.none().toBuilder().perDay(5).build();

    assertThat(limits.hashCode())
        .isEqualTo(CallLimits.none().toBuilder().perDay(5).build().hashCode())
        .isNotEqualTo(CallLimits.none().hashCode());
  }

  @Test
  void a_minute_has_room_for_sixty_calls_and_the_next_one_blocks_for_fifteen_minutes() {
    calls.limit(CallLimits.documented());

    assertThat(admitted(60)).isEqualTo(60);
    assertThat(calls.refuse("user")).contains(Duration.ofMinutes(15));
    clock.advance(Duration.ofMinutes(14));
    assertThat(calls.refuse("user")).contains(Duration.ofMinutes(1));
    clock.advance(Duration.ofMinutes(1));
    assertThat(admitted(61)).isEqualTo(60);
  }

  @Test
  void the_window_slides_and_lets_a_call_out_when_it_is_exactly_as_old() {
    calls.limit(
        CallLimits.none().toBuilder()
            .within(2, Duration.ofSeconds(60))
            .blocking(Duration.ZERO)
            .build());
    assertThat(admitted(1)).isEqualTo(1);
    clock.advance(Duration.ofSeconds(40));
    assertThat(admitted(1)).isEqualTo(1);

    clock.advance(Duration.ofSeconds(20).minusNanos(1));
    assertThat(calls.refuse("user")).contains(Duration.ofNanos(1));
    clock.advance(Duration.ofNanos(1));
    assertThat(admitted(2)).isEqualTo(1);
    assertThat(calls.refuse("user")).contains(Duration.ofSeconds(40));
  }

  @Test
  void the_smaller_burst_window_counts_beside_the_larger() {
    calls.limit(
        CallLimits.none().toBuilder()
            .within(100, Duration.ofMinutes(1))
            .within(3, Duration.ofSeconds(5))
            .blocking(Duration.ZERO)
            .build());

    assertThat(admitted(5)).isEqualTo(3);
    clock.advance(Duration.ofSeconds(5));
    assertThat(admitted(5)).isEqualTo(3);
  }

  @Test
  void calls_prolong_a_block_only_where_told() {
    calls.limit(
        CallLimits.none().toBuilder()
            .within(1, Duration.ofSeconds(1))
            .prolongedByCalls(true)
            .build());
    assertThat(admitted(2)).isEqualTo(1);

    clock.advance(Duration.ofMinutes(10));
    assertThat(calls.refuse("user")).contains(Duration.ofMinutes(15));
  }

  @Test
  void to_prolong_a_block_never_shortens_it() {
    calls.limit(
        CallLimits.none().toBuilder()
            .within(1, Duration.ofMinutes(1))
            .blocking(Duration.ofSeconds(10))
            .prolongedByCalls(true)
            .build());

    assertThat(admitted(1)).isEqualTo(1);
    assertThat(calls.refuse("user")).contains(Duration.ofMinutes(1));
    assertThat(calls.refuse("user")).contains(Duration.ofMinutes(1));
    clock.advance(Duration.ofSeconds(55));
    assertThat(calls.refuse("user")).contains(Duration.ofSeconds(10));
  }

  @Test
  void the_day_ends_at_midnight_utc_and_does_not_block() {
    calls.limit(CallLimits.none().toBuilder().perDay(3).build());

    assertThat(admitted(5)).isEqualTo(3);
    assertThat(calls.refuse("user")).contains(Duration.ofHours(1));
    clock.advance(Duration.ofHours(1));
    assertThat(admitted(5)).isEqualTo(3);
  }

  @Test
  void each_user_has_limits_of_their_own() {
    calls.limit(CallLimits.none().toBuilder().within(1, Duration.ofMinutes(1)).build());

    assertThat(admitted(2)).isEqualTo(1);
    assertThat(calls.refuse("another")).isEmpty();
  }

  @Test
  void a_limit_that_is_none_is_refused() {
    assertThatThrownBy(() -> CallLimits.none().toBuilder().within(0, Duration.ofMinutes(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 calls within PT1M");
    assertThatThrownBy(() -> CallLimits.none().toBuilder().within(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CallLimits.none().toBuilder().perDay(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CallLimits.none().toBuilder().blocking(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_builder_holds_the_limits_it_came_from_and_changes_none_of_them() {
    var documented = CallLimits.documented();

    var own = documented.toBuilder().within(1, Duration.ofMinutes(1)).perDay(3).build();

    assertThat(own.toBuilder().build()).isEqualTo(own).hasSameHashCodeAs(own);
    assertThat(own.toBuilder().tellingRetryAfter(true).build()).isNotEqualTo(own);
    assertThat(own)
        .hasToString(
            "CallLimits[windows=[120 within PT5S, 1 within PT1M], perDay=3, block=PT15M,"
                + " prolongedByCalls=false, retryAfter=false]");
    assertThat(documented)
        .hasToString(
            "CallLimits[windows=[60 within PT1M, 120 within PT5S], perDay=20000, block=PT15M,"
                + " prolongedByCalls=false, retryAfter=false]");
  }

  @Test
  void a_refused_call_is_answered_429_and_not_executed() throws IOException {
    try (var sandbox = Sandbox.builder().clock(clock).start()) {
      sandbox.limit(CallLimits.documented().toBuilder().within(1, Duration.ofMinutes(1)).build());
      assertThat(Wire.get(sandbox, "/v2/me").status()).isEqualTo(200);

      var refused = Wire.get(sandbox, "/v2/me");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.headers()).doesNotContainKey("retry-after");

      sandbox.limit(sandbox.limits().toBuilder().tellingRetryAfter(true).build());
      assertThat(Wire.get(sandbox, "/v2/me").status()).isEqualTo(200);
      assertThat(Wire.get(sandbox, "/v2/me").headers()).containsEntry("retry-after", "900");
      assertThat(sandbox.received().executed()).isEqualTo(2);
    }
  }
}
