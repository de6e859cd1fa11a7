package io.inboxport.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.inmemory.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final SettableClock clock = SettableClock.at(Instant.parse("2025-03-14T09:00:00Z"));
  private final ProgressEstimate pace = new ProgressEstimate(clock);

  @Test
  void nothing_is_said_before_something_is_done() {
    assertThat(pace.left()).isEmpty();
    pace.at(0, 100, 1);
    clock.advance(Duration.ofSeconds(2));
    assertThat(pace.left()).isEmpty();
  }

  @Test
  void what_is_left_takes_as_long_as_what_was_done() {
    after(Duration.ofSeconds(10), 25, 100, 26);

    assertThat(pace.left()).contains(Duration.ofSeconds(30));
  }

  @Test
  void what_an_earlier_run_did_took_no_time_of_this_one() {
    pace.at(50, 100, 0);
    clock.advance(Duration.ofSeconds(10));
    pace.at(60, 100, 10);

    assertThat(pace.left()).contains(Duration.ofSeconds(40));
  }

  @Test
  void a_budget_that_holds_it_back_counts_by_the_minute() {
    after(Duration.ofSeconds(2), 30, 3_030, 60);
    pace.heldUntil(clock.instant().plusSeconds(58));

    assertThat(pace.left()).contains(Duration.ofMinutes(100));
  }

  @Test
  void it_ends_no_sooner_than_the_budget_lets_the_next_call_out() {
    after(Duration.ofSeconds(2), 59, 65, 60);
    pace.heldUntil(clock.instant().plusSeconds(58));

    assertThat(pace.left()).contains(Duration.ofSeconds(58));
  }

  @Test
  void a_slow_server_counts_for_more_than_the_budget() {
    pace.heldUntil(clock.instant());
    after(Duration.ofMinutes(10), 10, 20, 10);

    assertThat(pace.left()).contains(Duration.ofMinutes(10));
  }

  @Test
  void nothing_is_left_of_what_is_done() {
    after(Duration.ofMinutes(10), 20, 20, 60);

    assertThat(pace.left()).contains(Duration.ZERO);
  }

  private void after(Duration time, long done, long known, long calls) {
    pace.at(0, known, 0);
    clock.advance(time);
    pace.at(done, known, calls);
  }
}
