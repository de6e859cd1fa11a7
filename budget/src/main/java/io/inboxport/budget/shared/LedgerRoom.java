package io.inboxport.budget.shared;

import io.inboxport.budget.shared.BudgetExchange.DayCount;
import io.inboxport.budget.shared.BudgetExchange.Want;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * Room that the windows and days of a ledger leave, for all requests or for the reads among them.
 * Not thread-safe.
 */
final class LedgerRoom {
  private static final long DAY = TimeUnit.DAYS.toMillis(1);
  // How soon to ask again when only requests under way fill tomorrow: they may come back any time.
  private static final long SOON = 1_000;

  private final LedgerState ledger;
  private final BudgetExchange exchange;
  private final boolean ofReads;
  private int left;

  /** Room for one more request of this kind, by what the ledger holds now. */
  LedgerRoom(LedgerState ledger, BudgetExchange exchange, boolean ofReads, Want want) {
    this.ledger = ledger;
    this.exchange = exchange;
    this.ofReads = ofReads;
    int windows =
        Math.min(
            limit(exchange.limits().perMinute()) - counted(exchange.window()),
            limit(exchange.limits().perFiveSeconds()) - counted(exchange.burst()));
    this.left = Math.min(windows, limit(exchange.limits().perDay()) - fullest(want));
  }

  boolean isLeft() {
    return left > 0;
  }

  void take(int places) {
    left -= places;
  }

  /** Returns when a request can leave at the earliest if so many others go before it. */
  long earliest(int before, Want want) {
    long now = ledger.time;
    long byMinute = earliest(exchange.limits().perMinute(), exchange.window(), before);
    long byBurst = earliest(exchange.limits().perFiveSeconds(), exchange.burst(), before);
    long byDay = now;
    int perDay = limit(exchange.limits().perDay());
    if (ledger.count(ledger.firstDay(now, exchange), ofReads) + before >= perDay) {
      byDay = (ledger.firstDay(now, exchange) + 1) * DAY + margin();
    } else if (fullest(want) + before >= perDay) {
      byDay = now + SOON;
    }
    return Math.max(byDay, Math.max(byMinute, byBurst));
  }

  private long earliest(int limitOfAll, long length, int before) {
    int limit = limit(limitOfAll);
    int counted = counted(length);
    int place = before - (limit - counted);
    if (place < 0) {
      return ledger.time;
    }
    // Requests under way may be answered right now.
    return place < counted
        ? Math.min(ledger.countedAt(place, length, ofReads), ledger.time) + length
        : ledger.time + length + (place - counted) / limit * length;
  }

  private int limit(int limitOfAll) {
    return ofReads ? exchange.limits().readsOf(limitOfAll) : limitOfAll;
  }

  private int counted(long length) {
    return ledger.counted(length, ofReads);
  }

  /** Returns the largest count of a day on which the server may count a request that leaves now. */
  private int fullest(Want want) {
    long now = ledger.time;
    long last = ledger.lastDay(now + LedgerState.held(exchange, want), exchange);
    ToIntFunction<DayCount> count = ofReads ? DayCount::reads : DayCount::all;
    return ledger.days(ledger.firstDay(now, exchange), last).stream()
        .mapToInt(count)
        .max()
        .orElse(0);
  }

  private long margin() {
    return exchange.limits().margin().toMillis();
  }
}
