package io.inboxport.redis;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetAnswer;
import io.inboxport.budget.shared.BudgetExchange;
import io.inboxport.budget.shared.BudgetExchange.DayCount;
import io.inboxport.budget.shared.BudgetExchange.PermitEnd;
import io.inboxport.budget.shared.BudgetExchange.RememberedRequest;
import io.inboxport.budget.shared.BudgetExchange.Want;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Random exchanges of one process: in order, late, repeated, with answers that were lost, and after
 * losses of memory. Two ledgers get the same exchange, each with the epoch that it gave out.
 */
final class ExchangeSteps {
  private final Random random;
  private final String process;
  private final RequestLimits limits;
  private final List<Long> open = new ArrayList<>();
  private long number;
  private long acknowledged;
  private long epochOfScript;
  private long epochOfModel;
  private long nextPermit = 1;
  private boolean tellsAll;
  private long lastWait;
  private List<DayCount> days = List.of();

  ExchangeSteps(Random random, String process, RequestLimits limits) {
    this.random = random;
    this.process = process;
    this.limits = limits;
  }

  /** Exchange for the script; the other one is {@link #forModel}. */
  BudgetExchange next() {
    if (chance(0.003)) {
      forget();
    }
    boolean late = number > 0 && chance(0.02);
    var writes = want();
    var reads = limits.reservedForWrites() > 0 || chance(0.1) ? want() : BudgetExchange.NOTHING;
    var exchange =
        new BudgetExchange(
            process,
            late ? number : ++number,
            // Rarely more than the ledger can know: as if it had lost its last writes.
            acknowledged + (chance(0.001) ? 3 : 0),
            epochOfScript,
            ends(),
            remembered(),
            chance(0.05) ? days : List.of(),
            chance(0.001) ? random.nextInt(200_000) : 0,
            nextPermit,
            writes,
            reads,
            30_000 + random.nextInt(60_000),
            limits);
    nextPermit += writes.count() + reads.count();
    return exchange;
  }

  BudgetExchange forModel(BudgetExchange exchange) {
    return new BudgetExchange(
        exchange.process(),
        exchange.number(),
        exchange.acknowledged(),
        exchange.epoch() == 0 ? 0 : epochOfModel,
        exchange.ends(),
        exchange.remembered(),
        exchange.days(),
        exchange.block(),
        exchange.firstPermit(),
        exchange.writes(),
        exchange.reads(),
        exchange.longestLease(),
        exchange.limits());
  }

  void answered(BudgetExchange exchange, BudgetAnswer ofScript, BudgetAnswer ofModel) {
    if (chance(0.03)) {
      return;
    }
    lastWait = Math.max(ofScript.writeWait(), ofScript.readWait());
    if (ofScript.lost()) {
      epochOfScript = 0;
      epochOfModel = 0;
      acknowledged = 0;
      tellsAll = true;
      return;
    }
    acknowledged = exchange.number();
    tellsAll = false;
    epochOfScript = ofScript.epoch();
    epochOfModel = ofModel.epoch();
    days = ofScript.days();
    for (int i = 0; i < ofScript.writes(); i++) {
      open.add(exchange.firstPermit() + i);
    }
    for (int i = 0; i < ofScript.reads(); i++) {
      open.add(exchange.firstPermit() + exchange.writes().count() + i);
    }
  }

  private void forget() {
    acknowledged = 0;
    epochOfScript = 0;
    epochOfModel = 0;
    open.clear();
  }

  private Want want() {
    int count = chance(0.3) ? 0 : 1 + random.nextInt(chance(0.1) ? 40 : 3);
    // Some can wait for exactly as long as the last answer said.
    long patience = chance(0.2) ? lastWait : random.nextInt(90_000);
    return new Want(count, patience, 1_000 + random.nextInt(60_000));
  }

  private List<PermitEnd> ends() {
    var ends = new ArrayList<PermitEnd>();
    Collections.shuffle(open, random);
    int count = Math.min(open.size(), random.nextInt(chance(0.2) ? 30 : 3));
    for (int i = 0; i < count; i++) {
      int kind = random.nextInt(10);
      ends.add(
          new PermitEnd(
              open.get(0),
              kind < 7
                  ? PermitEnd.Kind.ANSWERED
                  : kind < 9 ? PermitEnd.Kind.ABANDONED : PermitEnd.Kind.CANCELLED,
              random.nextInt(chance(0.1) ? 70_000 : 3_000)));
      // Some are told again.
      if (!chance(0.1)) {
        open.remove(0);
      }
    }
    return ends;
  }

  private List<RememberedRequest> remembered() {
    var requests = new ArrayList<RememberedRequest>();
    if (tellsAll || chance(0.03)) {
      open.stream()
          .limit(20)
          .map(permit -> request(permit, limits.reservedForWrites() > 0 && chance(0.5)))
          .forEach(requests::add);
    }
    if (chance(0.02)) {
      requests.add(request(nextPermit++, chance(0.5)));
    }
    return requests;
  }

  private RememberedRequest request(long permit, boolean read) {
    return new RememberedRequest(
        permit, read, random.nextInt(90_000), random.nextInt(150_000) - 70_000);
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
