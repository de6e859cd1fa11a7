package io.inboxport.budget.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetExchange.DayCount;
import io.inboxport.budget.shared.BudgetExchange.Want;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Times at which a request may leave, by what a ledger holds. */
class LedgerRoomTest {
  private static final long NOON = Instant.parse("2026-03-10T12:00:00Z").toEpochMilli();
  private static final long MIDNIGHT = Instant.parse("2026-03-11T00:00:00Z").toEpochMilli();
  private static final long TODAY = Math.floorDiv(NOON, 86_400_000L);
  private static final long WINDOW = 60_250;
  private static final Want ONE = new Want(1, 0, 30_000);

  private final LedgerState ledger = new LedgerState();

  private long earliest(int perDay, int before) {
    var limits = RequestLimits.documented().toBuilder().perDay(perDay).build();
    var exchange =
        new BudgetExchange(
            "web-1",
            1,
            0,
            0,
            List.of(),
            List.of(),
            List.of(),
            0,
            1,
            ONE,
            BudgetExchange.NOTHING,
            30_000,
            limits);
    return new LedgerRoom(ledger, exchange, false, ONE).earliest(before, ONE);
  }

  @Test
  void those_behind_a_whole_minute_of_others_wait_for_the_minute_and_behind_two_for_both() {
    ledger.time = NOON;

    assertThat(earliest(20_000, 59)).isEqualTo(NOON);
    assertThat(earliest(20_000, 60)).isEqualTo(NOON + WINDOW);
    assertThat(earliest(20_000, 119)).isEqualTo(NOON + WINDOW);
    assertThat(earliest(20_000, 120)).isEqualTo(NOON + 2 * WINDOW);
  }

  @Test
  void behind_answered_requests_and_others_the_wait_is_for_those_that_leave_when_they_are_past() {
    ledger.time = NOON;
    for (int i = 0; i < 60; i++) {
      ledger.add(new LedgerEntry("web-2", i, false, NOON - 30_000, NOON - 20_000 + i));
    }

    assertThat(earliest(20_000, 0)).isEqualTo(NOON - 20_000 + WINDOW);
    assertThat(earliest(20_000, 59)).isEqualTo(NOON - 20_000 + 59 + WINDOW);
    assertThat(earliest(20_000, 60)).isEqualTo(NOON + WINDOW);
  }

  @Test
  void those_for_whom_the_day_has_no_room_wait_for_midnight_and_the_margin() {
    ledger.time = NOON;
    ledger.days.put(TODAY, new DayCount(TODAY, 1, 0));

    assertThat(earliest(2, 0)).isEqualTo(NOON);
    assertThat(earliest(2, 1)).isEqualTo(MIDNIGHT + 250);
  }

  @Test
  void before_midnight_those_for_whom_tomorrow_has_no_room_ask_again_in_a_second() {
    ledger.time = MIDNIGHT - 60_000;
    ledger.days.put(TODAY + 1, new DayCount(TODAY + 1, 1, 0));

    assertThat(earliest(2, 0)).isEqualTo(ledger.time);
    assertThat(earliest(2, 1)).isEqualTo(ledger.time + 1_000);
    assertThat(earliest(1, 0)).isEqualTo(ledger.time + 1_000);
  }

  @Test
  void a_window_has_no_place_beyond_its_last_request() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ledger.countedAt(0, WINDOW, false))
        .withMessage("The window holds fewer than 1.");
  }
}
