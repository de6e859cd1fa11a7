package io.inboxport.budget.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.groups.Tuple.tuple;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetExchange.DayCount;
import io.inboxport.budget.shared.BudgetExchange.RememberedRequest;
import io.inboxport.budget.shared.BudgetExchange.Want;
import io.inboxport.budget.shared.LedgerState.KnownProcess;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests the ledger itself: its bytes, its time, late messages and shares. */
class BudgetLedgerTest {
  private static final long NOON = 1_773_144_000_000L;
  private static final long DAY = 86_400_000;
  private static final long TODAY = NOON / DAY;
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

    var first = ask("web-1", 1, 100, NOON);
    assertThat(first.writes()).isEqualTo(30);
    assertThat(first.writeWait()).as("it may ask again at once").isZero();
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

  @Test
  void a_large_ledger_survives_its_bytes_however_long_its_names() {
    var builder = BudgetLedger.builder(42, NOON - 90_000, NOON);
    builder.process("0".repeat(4_000), 1, NOON, NOON);
    for (int i = 0; i < 200; i++) {
      builder.process(i + "x".repeat(90), i, NOON - i, NOON - i);
      builder.request(i + "x".repeat(90), i, false, NOON - 70_000 - i, NOON - 60_000 + i);
    }
    var written = builder.build();

    var read = BudgetLedger.of(written.toBytes());

    assertThat(read.state()).usingRecursiveComparison().isEqualTo(written.state());
  }

  @Test
  void processes_that_wait_keep_the_order_in_which_they_came() {
    ask("web-1", 1, 60, NOON);
    ask("web-2", 1, 1, NOON + 1);
    ask("web-3", 1, 1, NOON + 2);
    ask("web-3", 2, 1, NOON + 3);
    ask("web-2", 2, 1, NOON + 4);

    assertThat(ledger.state().tickets)
        .extracting(TurnTicket::process)
        .containsExactly("web-2", "web-3");
  }

  @Test
  void a_process_stands_in_the_order_only_if_its_patience_lasts_until_its_turn() {
    ask("web-1", 1, 60, NOON);
    long wait = exchange("web-2", 1, new Want(1, 0, 30_000)).writeWait();
    assertThat(ledger.state().tickets).isEmpty();

    exchange("web-2", 2, new Want(1, wait - 1, 30_000));
    assertThat(ledger.state().tickets).isEmpty();
    exchange("web-2", 3, new Want(1, wait, 30_000));
    assertThat(ledger.state().tickets).extracting(TurnTicket::process).containsExactly("web-2");
  }

  @Test
  void permits_for_reads_have_the_numbers_behind_those_that_were_wanted_for_writes() {
    var limits = LIMITS.toBuilder().reserveForWrites(10).build();

    ledger.exchange(
        message("web-1", 1, new Want(2, 0, 30_000), new Want(3, 0, 30_000), limits), NOON, 0);

    assertThat(ledger.state().entries)
        .extracting(LedgerEntry::permit, LedgerEntry::read)
        .containsExactlyInAnyOrder(
            tuple(1_000L, false),
            tuple(1_001L, false),
            tuple(1_002L, true),
            tuple(1_003L, true),
            tuple(1_004L, true));
    assertThat(ledger.state().days).containsOnly(entry(TODAY, new DayCount(TODAY, 5, 3)));
    assertThat(asked("web-1")).isEqualTo(NOON);
  }

  @Test
  void a_process_that_wants_as_many_reads_as_writes_asks_and_one_that_wants_nothing_does_not() {
    var limits = LIMITS.toBuilder().reserveForWrites(10).build();
    var one = new Want(1, 0, 30_000);

    ledger.exchange(message("web-1", 1, one, one, limits), NOON, 0);
    exchange("web-2", 1, BudgetExchange.NOTHING);

    assertThat(asked("web-1")).isEqualTo(NOON);
    assertThat(asked("web-2")).isZero();
    assertThat(ledger.state().blockedUntil).isZero();
  }

  @Test
  void a_write_waits_for_the_writes_before_it_and_not_for_the_reads() {
    var limits = LIMITS.toBuilder().perMinute(2).reserveForWrites(1).build();
    var one = new Want(1, 3_600_000, 30_000);
    answeredAt("gone", 1, NOON - 50_000);
    answeredAt("gone", 2, NOON - 20_000);

    ledger.exchange(message("web-1", 1, BudgetExchange.NOTHING, one, limits), NOON, 0);
    long first = ledger.exchange(message("web-2", 1, one, none(), limits), NOON, 0).writeWait();
    long second = ledger.exchange(message("web-3", 1, one, none(), limits), NOON, 0).writeWait();

    assertThat(first).isEqualTo(60_250 - 50_000);
    assertThat(second).isEqualTo(60_250 - 20_000);
  }

  @Test
  void a_write_does_not_leave_its_place_to_reads_that_have_used_their_share() {
    var limits = LIMITS.toBuilder().perMinute(3).reserveForWrites(1).build();
    ledger.exchange(message("web-1", 1, none(), new Want(2, 0, 30_000), limits), NOON, 0);
    var one = new Want(1, 3_600_000, 30_000);
    ledger.exchange(message("web-2", 1, none(), one, limits), NOON, 0);
    assertThat(ledger.state().tickets).hasSize(1);

    assertThat(ledger.exchange(message("web-3", 1, one, none(), limits), NOON, 0).writes())
        .isEqualTo(1);
  }

  @Test
  void a_write_that_waits_keeps_its_place_though_the_reads_have_used_their_share() {
    var limits = LIMITS.toBuilder().perMinute(3).reserveForWrites(1).build();
    answeredAt("gone", 1, NOON - 50_000);
    ledger.exchange(message("web-1", 1, none(), new Want(2, 0, 30_000), limits), NOON, 0);
    var one = new Want(1, 3_600_000, 30_000);
    long wait = ledger.exchange(message("web-2", 1, one, none(), limits), NOON, 0).writeWait();

    var later = ledger.exchange(message("web-3", 1, one, none(), limits), NOON + wait, 0);
    assertThat(later.writes()).isZero();
    assertThat(ledger.exchange(message("web-2", 2, one, none(), limits), NOON + wait, 0).writes())
        .isEqualTo(1);
  }

  @Test
  void a_process_with_its_share_asks_again_when_the_claims_of_others_end() {
    ask("web-2", 1, 1, NOON);
    ask("web-1", 1, 100, NOON);

    assertThat(ask("web-1", 2, 1, NOON + 1_000).writeWait()).isEqualTo(60_250 * 2 / 60 - 1_000);
  }

  @Test
  void it_asks_again_sooner_if_a_place_comes_free_beyond_those_that_are_kept_for_others() {
    var builder =
        BudgetLedger.builder(42, NOON - 90_000, NOON)
            .process("web-1", 1, NOON, NOON)
            .process("web-2", 1, NOON, NOON)
            .process("web-3", 1, NOON, NOON)
            .ticket("web-3", false, NOON + 250)
            .request("web-2", 1, false, NOON, NOON + 90_000);
    for (int i = 0; i < 30; i++) {
      builder.request("web-1", i, false, NOON - 59_900, NOON - 59_750 + 10L * i);
    }
    var shared = builder.build();

    var answer =
        shared.exchange(message("web-1", 2, new Want(1, 0, 30_000), none(), LIMITS), NOON, 0);

    // Two others lack 39 of their shares of 20, one more waits, and 29 places are free.
    assertThat(answer.writes()).isZero();
    assertThat(answer.writeWait()).isEqualTo(500 + 10 * (39 + 1 - 29));
  }

  @Test
  void what_a_process_remembers_is_written_into_a_ledger_that_does_not_know_it() {
    var remembered = new RememberedRequest(7, true, 5_000, -2_000);
    var day = new DayCount(TODAY, 40, 20);

    ledger.exchange(returning("web-1", 1, remembered, day), NOON, 0);
    ledger.exchange(returning("web-1", 2, remembered, new DayCount(TODAY, 30, 25)), NOON, 0);

    assertThat(ledger.state().entries)
        .containsExactly(new LedgerEntry("web-1", 7, true, NOON - 5_000, NOON - 1_999));
    assertThat(ledger.state().days).containsOnly(entry(TODAY, new DayCount(TODAY, 40, 25)));
  }

  @Test
  void a_remembered_request_counts_for_the_day_if_the_ledger_has_no_count() {
    var remembered = new RememberedRequest(7, true, 5_000, -2_000);

    ledger.exchange(returning("web-1", 1, remembered, new DayCount(TODAY - 1, 9, 9)), NOON, 0);

    assertThat(ledger.state().days).containsEntry(TODAY, new DayCount(TODAY, 1, 1));
  }

  @Test
  void a_ledger_that_went_back_gets_a_new_epoch_since_all_may_have_lost_something() {
    long epoch = ask("web-1", 3, 1, NOON).epoch();

    var answer = ledger.exchange(acknowledging("web-1", 5, 4, epoch), NOON + 1_000, 0);

    assertThat(answer.lost()).isTrue();
    assertThat(answer.epoch()).isNotEqualTo(epoch);
    assertThat(answer.writeWait()).isEqualTo(30_000 + 60_000 + 60_250);
  }

  @Test
  void an_answer_that_was_the_last_one_is_no_loss() {
    long epoch = ask("web-1", 3, 1, NOON).epoch();

    assertThat(ledger.exchange(acknowledging("web-1", 4, 3, epoch), NOON, 0).lost()).isFalse();
  }

  @Test
  void a_ledger_on_another_server_is_closed_as_its_last_writes_may_be_lost() {
    long epoch = ledger.exchange(acknowledging("web-1", 1, 0, 0), NOON, 0, 71).epoch();
    assertThat(ledger.exchange(acknowledging("web-1", 2, 1, epoch), NOON, 0, 71).writeWait())
        .isZero();

    var answer = ledger.exchange(acknowledging("web-2", 1, 0, 0), NOON + 5, 0, 72);

    assertThat(answer.epoch()).isNotEqualTo(epoch);
    assertThat(ledger.state().closedUntil).isEqualTo(NOON + 5 + 30_000 + 60_000 + 60_250);
  }

  @Test
  void what_is_past_is_dropped_and_no_sooner() {
    ask("web-1", 1, 1, NOON);
    long counted = NOON + 30_000 + 60_000;

    exchangeAt("web-2", 1, counted + 60_249);
    assertThat(ledger.state().entries).hasSize(1);
    exchangeAt("web-2", 2, counted + 60_250);
    assertThat(ledger.state().entries).isEmpty();

    exchangeAt("web-2", 3, NOON + 1_800_000);
    assertThat(ledger.state().processes).containsKey("web-1");
    exchangeAt("web-2", 4, NOON + 1_800_001);
    assertThat(ledger.state().processes).doesNotContainKey("web-1");
  }

  @Test
  void the_count_of_yesterday_is_kept_and_that_of_the_day_before_is_not() {
    ask("web-1", 1, 1, NOON);
    ask("web-1", 2, 1, NOON + DAY);
    ask("web-1", 3, 1, NOON + 2 * DAY);

    assertThat(ledger.state().days).containsOnlyKeys(TODAY + 1, TODAY + 2);
  }

  @Test
  void a_request_within_the_margin_of_midnight_counts_for_both_days() {
    long midnight = (TODAY + 1) * DAY;
    answeredAt("before", 1, midnight - 251);
    assertThat(ledger.state().days).containsOnlyKeys(TODAY);
    answeredAt("near", 1, midnight - 250);
    assertThat(ledger.state().days).containsOnlyKeys(TODAY, TODAY + 1);

    var later = new BudgetLedger();
    later.exchange(message("near", 1, new Want(1, 0, 1), none(), LIMITS), midnight + 249, 0);
    assertThat(later.state().days).containsOnlyKeys(TODAY, TODAY + 1);
    later = new BudgetLedger();
    later.exchange(message("after", 1, new Want(1, 0, 1), none(), LIMITS), midnight + 250, 0);
    assertThat(later.state().days).containsOnlyKeys(TODAY + 1);
  }

  /** A request that was sent and answered in the same moment. */
  private void answeredAt(String process, long permit, long at) {
    var remembered = new RememberedRequest(permit, false, 0, -1);
    ledger.exchange(returning(process, permit, remembered, null), at, 0);
  }

  private BudgetAnswer ask(String process, long number, int permits, long now) {
    var want = new Want(permits, 3_600_000, 30_000);
    return ledger.exchange(message(process, number, want, none(), LIMITS), now, 0);
  }

  private BudgetAnswer exchange(String process, long number, Want writes) {
    return ledger.exchange(message(process, number, writes, none(), LIMITS), NOON, 0);
  }

  private void exchangeAt(String process, long number, long now) {
    ledger.exchange(message(process, number, none(), none(), LIMITS), now, 0);
  }

  private long asked(String process) {
    return ledger.state().processes.getOrDefault(process, new KnownProcess(0, 0, -1)).asked();
  }

  private static Want none() {
    return BudgetExchange.NOTHING;
  }

  private static BudgetExchange message(
      String process, long number, Want writes, Want reads, RequestLimits limits) {
    return new BudgetExchange(
        process,
        number,
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        0,
        number * 1_000,
        writes,
        reads,
        30_000,
        limits);
  }

  private static BudgetExchange acknowledging(
      String process, long number, long acknowledged, long epoch) {
    return new BudgetExchange(
        process,
        number,
        acknowledged,
        epoch,
        List.of(),
        List.of(),
        List.of(),
        0,
        number * 1_000,
        none(),
        none(),
        30_000,
        LIMITS);
  }

  private static BudgetExchange returning(
      String process, long number, RememberedRequest request, @Nullable DayCount day) {
    return new BudgetExchange(
        process,
        number,
        0,
        0,
        List.of(),
        List.of(request),
        day == null ? List.of() : List.of(day),
        0,
        number * 1_000,
        none(),
        none(),
        30_000,
        LIMITS);
  }
}
