package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DayCountTest {
  private static final long MARGIN = 250;
  private static final long MIDNIGHT = Instant.parse("2026-03-11T00:00:00Z").toEpochMilli();
  private static final long NOON = MIDNIGHT + Duration.ofHours(12).toMillis();
  private static final long NOON_BEFORE = MIDNIGHT - Duration.ofHours(12).toMillis();

  private final DayCount count = new DayCount(1, MARGIN);

  @Test
  void a_request_shortly_before_midnight_counts_for_both_days() {
    count.take(MIDNIGHT - MARGIN);

    assertThat(count.hasRoom(NOON_BEFORE)).isFalse();
    assertThat(count.hasRoom(NOON)).isFalse();
  }

  @Test
  void a_request_shortly_after_midnight_counts_for_both_days() {
    count.take(MIDNIGHT + MARGIN - 1);

    assertThat(count.hasRoom(NOON_BEFORE)).isFalse();
    assertThat(count.hasRoom(NOON)).isFalse();
  }

  @Test
  void a_request_outside_of_the_margins_counts_for_its_day_alone() {
    count.take(MIDNIGHT - MARGIN - 1);
    assertThat(count.hasRoom(NOON)).isTrue();

    count.take(MIDNIGHT + MARGIN);
    assertThat(count.hasRoom(NOON)).isFalse();
  }

  @Test
  void the_full_day_ends_a_margin_after_midnight() {
    count.take(NOON_BEFORE);

    assertThat(count.untilRoom(NOON_BEFORE, 0)).isEqualTo(MIDNIGHT + MARGIN - NOON_BEFORE);
    assertThat(count.untilRoom(MIDNIGHT + MARGIN, 0)).isZero();
  }

  @Test
  void what_is_given_back_does_not_count() {
    count.take(NOON);
    assertThat(count.isEmpty(NOON)).isFalse();

    count.giveBack(NOON);

    assertThat(count.isEmpty(NOON)).isTrue();
    assertThat(count.hasRoom(NOON)).isTrue();
  }
}
