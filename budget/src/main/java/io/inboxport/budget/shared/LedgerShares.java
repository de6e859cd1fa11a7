package io.inboxport.budget.shared;

import io.inboxport.budget.shared.LedgerState.KnownProcess;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fair shares of the processes that want permits at the moment. A process claims its share if it
 * asks at least as often as the share gives it permits. One that has its share leaves the places
 * that others can still claim; after a while without a question they are free for all.
 *
 * <p>Without this, a process with many threads would take most of the places that come free at
 * once, while the few threads of another are under way.
 */
final class LedgerShares {
  private final LedgerState ledger;
  private final BudgetExchange exchange;
  private final Map<String, Integer> held = new HashMap<>();
  // Until when each of the others claims its share.
  private final Map<String, Long> claims = new TreeMap<>();
  private final int share;

  LedgerShares(LedgerState ledger, BudgetExchange exchange) {
    this.ledger = ledger;
    this.exchange = exchange;
    int limit = exchange.limits().perMinute();
    long period = exchange.window() * asking(exchange.window()) / limit;
    ledger.processes.forEach((name, known) -> claim(name, known, period));
    this.share = Math.max(1, limit / (claims.size() + 1));
    if (!isAlone()) {
      ledger.entries.stream()
          .filter(entry -> ledger.time - entry.counted() < exchange.window())
          .forEach(entry -> held.merge(entry.process(), 1, Integer::sum));
    }
  }

  private int asking(long length) {
    return (int)
        ledger.processes.values().stream()
            .filter(known -> ledger.time - known.asked() < length)
            .count();
  }

  private void claim(String process, KnownProcess known, long period) {
    if (!process.equals(exchange.process()) && ledger.time - known.asked() < period) {
      claims.put(process, known.asked() + period);
    }
  }

  /** Returns whether no other process wants permits. */
  boolean isAlone() {
    return claims.isEmpty();
  }

  /** Returns how many permits this process may take at once while others want some. */
  int entitled() {
    return Math.max(1, share - held(exchange.process()));
  }

  /** Returns how many places this process must leave to others. */
  int left() {
    return hasItsShare() ? claims.keySet().stream().mapToInt(this::missing).sum() : 0;
  }

  /** Returns whether a place is kept for this other process. */
  boolean keepsFor(String other) {
    return hasItsShare() && claims.containsKey(other) && missing(other) > 0;
  }

  /** Returns in how many milliseconds the first claim of another process ends. */
  long untilFirstEnds() {
    return claims.entrySet().stream()
        .filter(claim -> missing(claim.getKey()) > 0)
        .mapToLong(claim -> claim.getValue() - ledger.time)
        .min()
        .orElse(0);
  }

  private boolean hasItsShare() {
    return held(exchange.process()) >= share;
  }

  private int missing(String process) {
    return Math.max(0, share - held(process));
  }

  private int held(String process) {
    return held.getOrDefault(process, 0);
  }
}
