package io.inboxport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettableClockTest {
  private static final Instant NOON = Instant.parse("2025-03-10T12:00:00Z");

  @Test
  void a_stopped_clock_stands_until_it_is_told_to_move() {
    var clock = SettableClock.at(NOON);
    assertThat(clock.instant()).isEqualTo(NOON);

    clock.advance(Duration.ofMinutes(5));
    clock.advance(Duration.ofMinutes(-1));
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(240));

    clock.set(NOON);
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void a_time_outside_the_years_0000_to_9999_is_refused_and_nothing_moves() {
    var clock = SettableClock.at(NOON);

    for (var by : List.of(Duration.ofSeconds(Long.MAX_VALUE), Duration.ofDays(3_650_000))) {
      assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(by));
      assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(by.negated()));
    }
    for (var instant : List.of(Instant.MAX, Instant.parse("+10000-01-01T00:00:00Z"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> clock.set(instant))
          .withMessageContaining("0000 to 9999");
    }

    assertThat(clock.instant()).isEqualTo(NOON);
    clock.set(Instant.parse("0000-01-01T00:00:00Z"));
    clock.set(Instant.parse("9999-12-31T23:59:59Z"));
  }

  @Test
  void a_ticking_clock_keeps_its_distance_from_the_systems() {
    var clock = SettableClock.ticking();
    var day = Duration.ofDays(1);

    clock.advance(day);

    var before = Instant.now().plus(day);
    var shown = clock.instant();
    assertThat(shown).isBetween(before, Instant.now().plus(day));
    clock.set(NOON);
    assertThat(clock.instant()).isBetween(NOON, NOON.plus(Duration.ofMinutes(1)));
  }

  @Test
  void in_another_zone_it_is_the_same_clock() {
    var clock = SettableClock.at(NOON);
    var auckland = clock.withZone(ZoneId.of("Pacific/Auckland"));

    clock.advance(Duration.ofHours(1));

    assertThat(auckland.instant()).isEqualTo(clock.instant());
    assertThat(auckland.getZone()).isEqualTo(ZoneId.of("Pacific/Auckland"));
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }
}
