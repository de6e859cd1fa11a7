package io.inboxport.budget.shared;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Permits that a busy process takes in advance, so that one exchange serves several requests in a
 * row. It takes more while the store grants all that is wanted and the exchanges follow each other
 * closely, and none otherwise. A permit that is not used soon is given back.
 *
 * <p>Without this, a single thread would make one exchange for each permit, at half the rate of a
 * token bucket. Not thread-safe.
 */
final class ReadAhead {
  /** The time for which a permit may be kept. */
  static final long KEPT = TimeUnit.MILLISECONDS.toNanos(150);

  // Exchanges that follow each other more slowly cost little.
  private static final long CLOSELY = TimeUnit.MILLISECONDS.toNanos(20);

  private final ArrayDeque<SparePermit> spares = new ArrayDeque<>();
  private final int most;
  private int next;
  private long lastFull;
  private boolean fullBefore;

  private record SparePermit(long number, long until, long lease) {}

  /** Takes at most so many permits in advance. */
  ReadAhead(int most) {
    this.most = most;
  }

  boolean isEmpty() {
    return spares.isEmpty();
  }

  /** Returns how many permits to take in advance with the next exchange. */
  int next() {
    return next;
  }

  /** Learns from an exchange how many to take with the next one. */
  void learn(boolean gotAll, long now) {
    boolean close = fullBefore && now - lastFull < CLOSELY;
    next = gotAll && close ? Math.min(most, Math.max(1, 2 * next)) : 0;
    fullBefore = gotAll;
    lastFull = now;
  }

  void keep(long number, long lease, long now) {
    spares.add(new SparePermit(number, now + KEPT, lease));
  }

  /** Returns the number of a permit with at least this lease, or 0 for none. */
  long take(long lease, long now) {
    var spare = spares.peek();
    if (spare == null || spare.lease() < lease || now - spare.until() >= 0) {
      return 0;
    }
    spares.remove();
    return spare.number();
  }

  /** Gives back what was not used in time. */
  void drop(long now, LongConsumer unused) {
    while (!spares.isEmpty() && now - spares.element().until() >= 0) {
      unused.accept(spares.remove().number());
      next = 0;
      fullBefore = false;
    }
  }

  /** Gives back everything. */
  void dropAll(LongConsumer unused) {
    spares.forEach(spare -> unused.accept(spare.number()));
    spares.clear();
    next = 0;
    fullBefore = false;
  }
}
