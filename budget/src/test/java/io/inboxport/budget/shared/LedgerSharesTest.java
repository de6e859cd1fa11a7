package io.inboxport.budget.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.LedgerState.KnownProcess;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shares of two processes under the documented limits: each may have 30 of 60. */
class LedgerSharesTest {
  private static final long NOON = 1_773_144_000_000L;
  private static final long WINDOW = 60_250;

  /** The time in which a process claims its share by a question, if two ask. */
  private static final long PERIOD = WINDOW * 2 / 60;

  private final LedgerState ledger = new LedgerState();

  LedgerSharesTest() {
    ledger.time = NOON;
    asks("web-1", 0);
  }

  private void asks(String process, long ago) {
    ledger.processes.put(process, new KnownProcess(1, NOON - ago, NOON - ago));
  }

  private void holds(String process, int requests, long counted) {
    for (int i = 0; i < requests; i++) {
      ledger.add(new LedgerEntry(process, i, false, counted, counted));
    }
  }

  private LedgerShares shares() {
    return new LedgerShares(
        ledger,
        new BudgetExchange(
            "web-1",
            2,
            0,
            0,
            List.of(),
            List.of(),
            List.of(),
            0,
            1,
            BudgetExchange.NOTHING,
            BudgetExchange.NOTHING,
            30_000,
            RequestLimits.documented()));
  }

  @Test
  void another_process_claims_its_share_for_the_time_in_which_the_share_gives_it_a_permit() {
    asks("web-2", PERIOD - 1);
    assertThat(shares().isAlone()).isFalse();

    asks("web-2", PERIOD);
    assertThat(shares().isAlone()).isTrue();
  }

  @Test
  void a_process_that_has_not_asked_for_a_window_makes_no_share_smaller() {
    asks("web-2", PERIOD);
    asks("web-3", WINDOW - 1);
    assertThat(shares().isAlone()).as("the share of three comes later").isFalse();

    asks("web-3", WINDOW);
    assertThat(shares().isAlone()).isTrue();
  }

  @Test
  void a_process_without_its_share_takes_the_rest_of_it_and_leaves_no_place_to_others() {
    asks("web-2", 1_000);
    holds("web-1", 29, NOON - 1);

    assertThat(shares().entitled()).isEqualTo(1);
    assertThat(shares().left()).isZero();
    assertThat(shares().keepsFor("web-2")).isFalse();
  }

  @Test
  void a_process_with_its_share_leaves_the_places_that_others_can_still_claim() {
    asks("web-2", 1_000);
    holds("web-1", 30, NOON - 1);
    holds("web-2", 10, NOON - 1);
    var shares = shares();

    assertThat(shares.left()).isEqualTo(20);
    assertThat(shares.keepsFor("web-2")).isTrue();
    assertThat(shares.keepsFor("web-3")).isFalse();
    assertThat(shares.untilFirstEnds()).isEqualTo(PERIOD - 1_000);
    assertThat(shares.entitled()).as("at once, if more are free").isEqualTo(1);
  }

  @Test
  void no_place_is_kept_for_a_process_that_has_its_share() {
    asks("web-2", 1_000);
    holds("web-1", 30, NOON - 1);
    holds("web-2", 30, NOON - 1);

    assertThat(shares().left()).isZero();
    assertThat(shares().keepsFor("web-2")).isFalse();
    assertThat(shares().untilFirstEnds()).isZero();
  }

  @Test
  void only_the_requests_of_the_window_count_for_a_share() {
    asks("web-2", 1_000);
    holds("web-1", 4, NOON - WINDOW);
    holds("web-1", 5, NOON - WINDOW + 1);

    assertThat(shares().entitled()).isEqualTo(25);
  }
}
