package io.inboxport.budget.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetExchange.PermitEnd;
import io.inboxport.budget.shared.BudgetExchange.Want;
import io.inboxport.budget.shared.BudgetView.ProcessShare;
import io.inboxport.budget.shared.BudgetView.WindowUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BudgetViewTest {
  private static final Instant START = Instant.parse("2026-03-10T23:59:00Z");
  private static final long LEASE = 30_000;

  private final BudgetLedger ledger = new BudgetLedger();
  private RequestLimits limits = RequestLimits.documented();
  private long now = START.toEpochMilli();
  private long numbers;

  @Test
  void an_empty_ledger_has_room_at_once() {
    var view = BudgetView.of(ledger.at(now), limits);

    assertThat(view.time()).isEqualTo(START);
    assertThat(view.minute()).isEqualTo(new WindowUse(0, 60));
    assertThat(view.fiveSeconds()).isEqualTo(new WindowUse(0, 120));
    assertThat(view.day()).isEqualTo(new WindowUse(0, 20_000));
    assertThat(view.underWay()).isZero();
    assertThat(view.blocked()).isZero();
    assertThat(view.closed()).isZero();
    assertThat(view.nextWrite()).isZero();
    assertThat(view.nextRead()).isZero();
    assertThat(view.processes()).isEmpty();
  }

  @Test
  void it_shows_what_each_process_has_used_and_what_is_under_way() {
    ask("small", 1, 2, 0);
    ask("large", 1, 5, 0);
    now += 1_000;
    end("large", 1, 2, 3);
    now += 10_000;

    var view = BudgetView.of(ledger.at(now), limits);

    assertThat(view.minute().used()).isEqualTo(7);
    assertThat(view.fiveSeconds().used()).as("those under way count for each window").isEqualTo(4);
    assertThat(view.day().used()).isEqualTo(7);
    assertThat(view.underWay()).isEqualTo(4);
    assertThat(view.processes())
        .containsExactly(
            new ProcessShare("large", 5, 2, OptionalInt.empty(), Duration.ofSeconds(10)),
            new ProcessShare("small", 2, 2, OptionalInt.empty(), Duration.ofSeconds(11)));
    assertThat(view).asString().contains("used=7").doesNotContain("large");
  }

  @Test
  void it_tells_when_the_next_permit_comes_and_who_is_first() {
    ask("a", 1, 60, 0);
    now += 1_000;
    end("a", LongStream.rangeClosed(1, 60).toArray());
    ask("b", 1, 1, 300_000);
    now += 9_999;

    var view = BudgetView.of(ledger.at(now), limits);

    assertThat(view.nextWrite()).isEqualTo(Duration.ofMillis(50_252));
    assertThat(view.nextRead()).isEqualTo(view.nextWrite());
    assertThat(view.processes())
        .extracting(ProcessShare::name, ProcessShare::turn)
        .containsExactly(tuple("a", OptionalInt.empty()), tuple("b", OptionalInt.of(1)));
  }

  @Test
  void a_reserve_for_writes_lets_a_write_come_earlier() {
    limits = RequestLimits.documented().toBuilder().reserveForWrites(10).build();
    askForReads("a", 50);

    var view = BudgetView.of(ledger.at(now), limits);

    assertThat(view.nextWrite()).isZero();
    assertThat(view.nextRead()).isPositive();
  }

  @Test
  void it_tells_how_long_a_block_and_a_closure_last() {
    exchange("a", 1, 0, 0, List.of(), 900_000);
    ledger.closeUntil(now + 5_000);
    now += 1_000;

    var view = BudgetView.of(ledger.at(now), limits);

    assertThat(view.blocked()).isEqualTo(Duration.ofSeconds(899));
    assertThat(view.closed()).isEqualTo(Duration.ofSeconds(4));
    assertThat(view.nextWrite()).isEqualTo(Duration.ofSeconds(899));
  }

  @Test
  void what_is_past_counts_no_more_though_it_is_still_written_down() {
    ask("a", 1, 60, 0);
    now += LEASE + limits.grace().toMillis() + 60_250;

    var view = BudgetView.of(ledger.at(now), limits);

    assertThat(view.minute().used()).isZero();
    assertThat(view.underWay()).isZero();
    assertThat(view.processes()).extracting(ProcessShare::minute).containsExactly(0);
    assertThat(view.day().used()).as("they may have been counted after midnight").isEqualTo(60);
  }

  @Test
  void looking_changes_nothing() {
    ask("a", 1, 60, 0);
    var before = ledger.toBytes();

    BudgetView.of(ledger, limits);

    assertThat(ledger.toBytes()).isEqualTo(before);
  }

  private void ask(String process, long first, int count, long patience) {
    exchange(process, first, count, patience, List.of(), 0);
  }

  private void end(String process, long... permits) {
    var ends =
        LongStream.of(permits)
            .mapToObj(permit -> new PermitEnd(permit, PermitEnd.Kind.ANSWERED, 0))
            .toList();
    exchange(process, 1_000, 0, 0, ends, 0);
  }

  private void exchange(
      String process, long first, int count, long patience, List<PermitEnd> ends, long block) {
    exchange(process, first, new Want(count, patience, LEASE), BudgetExchange.NOTHING, ends, block);
  }

  private void askForReads(String process, int count) {
    var reads = new Want(count, 0, LEASE);
    exchange(process, 1, BudgetExchange.NOTHING, reads, List.of(), 0);
  }

  private void exchange(
      String process, long first, Want writes, Want reads, List<PermitEnd> ends, long block) {
    var exchange =
        new BudgetExchange(
            process, ++numbers, 0, 0, ends, List.of(), List.of(), block, first, writes, reads,
            LEASE, limits);
    ledger.exchange(exchange, now, 0);
  }

  @Test
  void a_process_whose_turn_has_lapsed_no_longer_waits_and_one_that_the_ledger_forgot_is_shown() {
    var written =
        BudgetLedger.builder(1, now, now)
            .process("lapsed", 1, now, now)
            .process("waits", 1, now, now)
            .ticket("lapsed", false, now - 1)
            .ticket("waits", false, now)
            .request("forgotten", 1, false, now - 2_000, now - 1_000)
            .build();

    assertThat(BudgetView.of(written, limits).processes())
        .extracting(ProcessShare::name, ProcessShare::turn)
        .containsExactly(
            tuple("forgotten", OptionalInt.empty()),
            tuple("lapsed", OptionalInt.empty()),
            tuple("waits", OptionalInt.of(1)));
  }
}
