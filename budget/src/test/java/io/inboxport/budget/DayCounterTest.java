package io.inboxport.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayCounterTest {
  private static final long MARGIN = 250;
  private static final long MIDNIGHT = Instant.parse("2026-03-11T00:00:00Z").toEpochMilli();
  private static final long NOON = MIDNIGHT + Duration.ofHours(12).toMillis();
  private static final long NOON_BEFORE = MIDNIGHT - Duration.ofHours(12).toMillis();

  private final DayCounter count = new DayCounter(1, MARGIN);

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

  @Test
  void a_request_that_takes_a_while_counts_once_for_its_day() {
    var two = new DayCounter(2, MARGIN);
    two.take(NOON);
    two.answered(NOON, NOON + 3_000);

    assertThat(two.hasRoom(NOON + 3_000)).isTrue();
  }

  @Test
  void a_request_that_is_answered_on_the_next_day_counts_for_that_too() {
    count.take(NOON_BEFORE);
    count.answered(NOON_BEFORE, NOON);

    assertThat(count.hasRoom(NOON)).isFalse();
  }

  @Test
  void what_is_given_back_does_not_count_for_the_day_it_was_taken() {
    count.take(NOON_BEFORE);
    assertThat(count.hasRoom(NOON)).isTrue();

    count.giveBack(NOON_BEFORE);

    assertThat(count.isEmpty(NOON_BEFORE)).isTrue();
    assertThat(count.isEmpty(NOON)).isTrue();
  }

  @Test
  void around_midnight_neither_of_the_days_may_be_full() {
    count.take(NOON);

    assertThat(count.hasRoom(MIDNIGHT - MARGIN)).as("a clock that was set back").isFalse();
    assertThat(count.hasRoom(MIDNIGHT - MARGIN - 1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void a_clock_that_is_set_back_by_some_days_finds_its_count(int days) {
    count.take(NOON);
    count.take(NOON + Duration.ofDays(days).toMillis());

    assertThat(count.hasRoom(NOON)).isFalse();
  }
}
