package io.inboxport.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollShareTest {
  @ParameterizedTest
  @CsvSource({"1, PT7M12S", "10, PT43.2S", "100, PT4.32S"})
  void a_share_of_the_day_is_spread_over_it(int percent, Duration pause) {
    assertThat(PollShare.ofDay(percent).pause()).isEqualTo(pause);
  }

  @Test
  void a_pause_is_rounded_up_so_that_no_call_is_too_much() {
    var share = new PollShare(7, Duration.ofMinutes(1));

    assertThat(share.pause()).isEqualTo(Duration.ofMillis(8_572));
    assertThat(share.pause().multipliedBy(7)).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void a_share_is_one_to_a_hundred_percent(int percent) {
    assertThatThrownBy(() -> PollShare.ofDay(percent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give 1 to 100");
  }

  @ParameterizedTest
  @CsvSource({"0, PT1M", "-1, PT1H", "100001, PT24H", "5, PT59.999S", "5, PT24H0.001S", "61, PT1M"})
  void no_share_is_more_than_the_vendor_allows(int calls, Duration time) {
    assertThatThrownBy(() -> new PollShare(calls, time))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
