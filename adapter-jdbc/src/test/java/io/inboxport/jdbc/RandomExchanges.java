package io.inboxport.jdbc;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetAnswer;
import io.inboxport.budget.shared.BudgetExchange;
import io.inboxport.budget.shared.BudgetExchange.DayCount;
import io.inboxport.budget.shared.BudgetExchange.PermitEnd;
import io.inboxport.budget.shared.BudgetExchange.RememberedRequest;
import io.inboxport.budget.shared.BudgetExchange.Want;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random exchanges of several processes: in order, late, repeated, and after a loss. */
final class RandomExchanges {
  private static final int PROCESSES = 4;
  private static final RequestLimits LIMITS =
      RequestLimits.documented().toBuilder().reserveForWrites(10).perDay(5_000).build();

  private final Random random;
  private final long[] numbers = new long[PROCESSES];
  private long epoch;
  private long time = 1_774_000_000_000L;

  RandomExchanges(long seed) {
    random = new Random(seed);
  }

  /** The next time of the database, which may be an earlier one. */
  long nextTime() {
    time += random.nextInt(100) == 0 ? random.nextInt(100_000_000) : random.nextInt(900) - 100;
    return time;
  }

  BudgetExchange next() {
    int process = random.nextInt(PROCESSES);
    long number = isOneOf(20) ? numbers[process] : numbers[process] + 1 + random.nextInt(2);
    long acknowledged = isOneOf(200) ? number + 1 : numbers[process];
    numbers[process] = Math.max(number, numbers[process]);
    return new BudgetExchange(
        "process-" + process,
        number,
        epoch == 0 || isOneOf(20) ? 0 : acknowledged,
        epoch == 0 || isOneOf(20) ? 0 : isOneOf(200) ? 1 : epoch,
        ends(number),
        isOneOf(10) ? remembered(number) : List.of(),
        isOneOf(10) ? List.of(new DayCount(20_532, random.nextInt(50), 0)) : List.of(),
        isOneOf(60) ? random.nextInt(5_000) : 0,
        number * 100,
        want(),
        want(),
        30_000,
        LIMITS);
  }

  private boolean isOneOf(int many) {
    return random.nextInt(many) == 0;
  }

  private Want want() {
    return isOneOf(3)
        ? BudgetExchange.NOTHING
        : new Want(1 + random.nextInt(5), random.nextInt(70_000), 1_000 + random.nextInt(20_000));
  }

  private List<PermitEnd> ends(long number) {
    var ends = new ArrayList<PermitEnd>();
    for (long permit = Math.max(0, number - 2) * 100; ends.size() < 4; permit++) {
      ends.add(new PermitEnd(permit, anyKind(), random.nextInt(500)));
    }
    return ends;
  }

  private PermitEnd.Kind anyKind() {
    var kinds = PermitEnd.Kind.values();
    return kinds[random.nextInt(kinds.length)];
  }

  private List<RememberedRequest> remembered(long number) {
    long counted = random.nextInt(60_000) - 30_000L;
    return List.of(new RememberedRequest(number * 100 + 50, random.nextBoolean(), 40_000, counted));
  }

  void answered(BudgetAnswer answer) {
    epoch = answer.epoch();
  }
}
