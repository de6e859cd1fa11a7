package io.inboxport.budget.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetExchange.DayCount;
import io.inboxport.budget.shared.BudgetExchange.Want;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the ledger itself: its bytes, its time, late messages and shares. */
class BudgetLedgerTest {
  private static final long NOON = 1_773_144_000_000L;
  private static final RequestLimits LIMITS = RequestLimits.documented();

  private final BudgetLedger ledger = new BudgetLedger();

  @Test
  void a_ledger_survives_its_bytes() {
    var written =
        BudgetLedger.builder(42, NOON - 90_000, NOON)
            .blockedUntil(NOON + 900_000)
            .closedUntil(NOON + 1)
            .process("web-1", 17, NOON - 5, NOON - 9)
            .ticket("web-2", true, NOON + 250)
            .request("web-1", 3, false, NOON - 70_000, NOON - 60_000)
            .request("gone", 9, true, NOON - 10, NOON + 90_000)
            .day(new DayCount(20_522, 60, 13))
            .build();

    var read = BudgetLedger.of(written.toBytes());

    assertThat(read.state()).usingRecursiveComparison().isEqualTo(written.state());
  }

  @Test
  void a_byte_of_damage_anywhere_is_noticed() {
    ask("web-1", 1, 5, NOON);
    var bytes = ledger.toBytes();
    for (int i = 0; i < bytes.length; i++) {
      var damaged = bytes.clone();
      damaged[i] ^= 0x10;
      assertThatIllegalArgumentException().isThrownBy(() -> BudgetLedger.of(damaged));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> BudgetLedger.of(new byte[0]));
  }

  @Test
  void a_clock_that_is_set_back_stands_still() {
    assertThat(ask("web-1", 1, 60, NOON).writes()).isEqualTo(60);

    var answer = ask("web-1", 2, 1, NOON - 3_600_000);

    assertThat(answer.writes()).isZero();
    assertThat(answer.time()).isEqualTo(NOON);
  }

  @Test
  void a_message_that_arrives_after_a_later_one_changes_nothing() {
    assertThat(ask("web-1", 2, 1, NOON).writes()).isEqualTo(1);

    assertThat(ask("web-1", 1, 10, NOON).writes()).isZero();
    assertThat(ask("web-1", 2, 10, NOON).writes()).isZero();
    assertThat(ledger.state().entries).hasSize(1);
  }

  @Test
  void alone_a_process_takes_all_it_wants() {
    assertThat(ask("web-1", 1, 100, NOON).writes()).isEqualTo(60);
  }

  @Test
  void while_another_asks_as_well_a_process_takes_no_more_than_its_share() {
    ask("web-2", 1, 1, NOON);

    assertThat(ask("web-1", 1, 100, NOON).writes()).isEqualTo(30);
    assertThat(ask("web-1", 2, 100, NOON + 1).writes()).isZero();
    // One more is left to the ticket of the first, which came before.
    assertThat(ask("web-2", 2, 100, NOON + 2).writes()).isEqualTo(28);
  }

  @Test
  void the_place_of_a_process_that_no_longer_asks_is_free_for_all() {
    ask("web-2", 1, 1, NOON);
    ask("web-1", 1, 100, NOON);

    assertThat(ask("web-1", 2, 100, NOON + 3_000).writes()).isEqualTo(29);
  }

  @Test
  void a_process_that_misses_its_appointment_loses_its_ticket() {
    assertThat(ask("web-1", 1, 60, NOON).writes()).isEqualTo(60);
    long appointment = ask("web-2", 1, 1, NOON + 1).writeWait();
    assertThat(ledger.state().tickets).hasSize(1);

    ask("web-3", 1, 1, NOON + 1 + appointment + TurnTicket.SLACK);
    assertThat(ledger.state().tickets).extracting(TurnTicket::process).contains("web-2");
    ask("web-3", 2, 1, NOON + 2 + appointment + TurnTicket.SLACK);

    assertThat(ledger.state().tickets).extracting(TurnTicket::process).doesNotContain("web-2");
  }

  private BudgetAnswer ask(String process, long number, int permits, long now) {
    return ledger.exchange(
        new BudgetExchange(
            process,
            number,
            0,
            0,
            List.of(),
            List.of(),
            List.of(),
            0,
            number * 1_000,
            new Want(permits, 3_600_000, 30_000),
            BudgetExchange.NOTHING,
            30_000,
            LIMITS),
        now,
        0);
  }
}
