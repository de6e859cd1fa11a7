package io.inboxport.budget.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetAnswer;
import io.inboxport.budget.shared.BudgetExchange;
import io.inboxport.budget.shared.BudgetExchange.PermitEnd;
import io.inboxport.budget.shared.BudgetExchange.Want;
import io.inboxport.budget.shared.BudgetLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random processes at a file and at a ledger beside it: the file answers as the ledger does. */
class RandomExchangesTest {
  private static final RequestLimits LIMITS =
      RequestLimits.documented().toBuilder().perMinute(20).reserveForWrites(5).build();

  private final long seed = System.nanoTime();
  private final SplittableRandom random = new SplittableRandom(seed);
  private final BudgetLedger ledger = new BudgetLedger();
  private long elapsed;
  private long permits = 1;

  @Test
  void a_file_answers_as_the_ledger_does(@TempDir Path folder) throws Exception {
    var file = folder.resolve("account.ledger");
    long start = 1_800_000_000_000L;
    var store = store(file, start);
    var members = List.of(new Member("a"), new Member("b"), new Member("c"));
    for (int i = 0; i < 3_000; i++) {
      elapsed += random.nextInt(3) > 0 ? random.nextInt(500) : random.nextInt(20_000);
      if (random.nextInt(50) == 0) {
        store = store(file, start);
      }
      var member = members.get(random.nextInt(members.size()));
      var exchange = member.next();
      var expected = ledger.exchange(exchange, start + elapsed, 0);
      var answer = store.exchange(member.sameAt(exchange));

      assertThat(withoutEpoch(answer))
          .as("seed %s, step %s", seed, i)
          .isEqualTo(withoutEpoch(expected));
      member.heard(exchange, answer, expected);
    }
  }

  private FileBudgetStore store(Path file, long start) {
    return new FileBudgetStore(
        file, new LedgerClock(() -> start + elapsed, () -> TimeUnit.MILLISECONDS.toNanos(elapsed)));
  }

  /** Each ledger makes its own number. */
  private static BudgetAnswer withoutEpoch(BudgetAnswer answer) {
    return new BudgetAnswer(
        0,
        answer.lost(),
        answer.writes(),
        answer.reads(),
        answer.writeWait(),
        answer.readWait(),
        answer.days(),
        answer.time());
  }

  /** Process that asks at random. */
  private final class Member {
    private final String name;
    private final List<Long> held = new ArrayList<>();
    private long number;
    private long acknowledged;
    private long epochOfLedger;
    private long epochOfFile;

    Member(String name) {
      this.name = name;
    }

    BudgetExchange next() {
      var ends = new ArrayList<PermitEnd>();
      var kinds = PermitEnd.Kind.values();
      while (!held.isEmpty() && random.nextBoolean()) {
        long permit = held.remove(random.nextInt(held.size()));
        ends.add(new PermitEnd(permit, kinds[random.nextInt(kinds.length)], random.nextInt(100)));
      }
      long block = random.nextInt(100) == 0 ? random.nextInt(20_000) : 0;
      return exchange(++number, epochOfLedger, ends, block, permits, want(), want());
    }

    private Want want() {
      return new Want(random.nextInt(4), random.nextInt(60_000), random.nextInt(30_000));
    }

    private BudgetExchange exchange(
        long ofNumber,
        long epoch,
        List<PermitEnd> ends,
        long block,
        long first,
        Want writes,
        Want reads) {
      return new BudgetExchange(
          name,
          ofNumber,
          acknowledged,
          epoch,
          ends,
          List.of(),
          List.of(),
          block,
          first,
          writes,
          reads,
          30_000,
          LIMITS);
    }

    /** The same message, with the number of the ledger in the file. */
    BudgetExchange sameAt(BudgetExchange other) {
      return exchange(
          other.number(),
          epochOfFile,
          other.ends(),
          other.block(),
          other.firstPermit(),
          other.writes(),
          other.reads());
    }

    void heard(BudgetExchange exchange, BudgetAnswer ofFile, BudgetAnswer ofLedger) {
      epochOfFile = ofFile.epoch();
      epochOfLedger = ofLedger.epoch();
      acknowledged = exchange.number();
      for (int i = 0; i < ofFile.writes(); i++) {
        held.add(exchange.firstPermit() + i);
      }
      for (int i = 0; i < ofFile.reads(); i++) {
        held.add(exchange.firstPermit() + exchange.writes().count() + i);
      }
      permits += exchange.writes().count() + exchange.reads().count();
    }
  }
}
