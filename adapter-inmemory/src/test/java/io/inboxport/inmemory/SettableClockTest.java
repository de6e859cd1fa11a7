package io.inboxport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
