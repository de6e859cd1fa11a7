package io.inboxport.budget;

import java.util.concurrent.TimeUnit;

/**
 * Counter of the requests of a day, from midnight to midnight UTC.
 *
 * <p>A request near midnight counts for both days, since the server may take it for either. Near is
 * from a margin before it leaves to a margin after its answer.
 *
 * <p>Not thread-safe: {@link LocalRequestBudget} calls it under its lock.
 */
final class DayCounter {
  private static final long DAY = TimeUnit.DAYS.toMillis(1);

  private final int limit;
  private final long margin;
  // Of the last few days, each at its number modulo four: a clock that is set back finds its count.
  private final long[] days = {-1, -1, -1, -1};
  private final int[] counts = new int[4];

  /** At most this many requests a day, with a margin in milliseconds. */
  DayCounter(int limit, long margin) {
    this.limit = limit;
    this.margin = margin;
  }

  boolean hasRoom(long millis) {
    return room(millis) > 0;
  }

  void take(long millis) {
    add(first(millis), last(millis), 1);
  }

  void giveBack(long taken) {
    add(first(taken), last(taken), -1);
  }

  void answered(long taken, long millis) {
    add(last(taken) + 1, last(millis), 1);
  }

  /** Returns in how many milliseconds a request can leave at the earliest. */
  long untilRoom(long millis, int before) {
    return before < room(millis) ? 0 : (first(millis) + 1) * DAY + margin - millis;
  }

  /** Returns whether nothing is counted for this day. */
  boolean isEmpty(long millis) {
    return room(millis) == limit;
  }

  private int room(long millis) {
    return limit - Math.max(count(first(millis)), count(last(millis)));
  }

  private long first(long millis) {
    return Math.floorDiv(millis - margin, DAY);
  }

  private long last(long millis) {
    return Math.floorDiv(millis + margin, DAY);
  }

  private int count(long day) {
    int slot = Math.floorMod(day, 4);
    return days[slot] == day ? counts[slot] : 0;
  }

  private void add(long first, long last, int change) {
    for (long day = first; day <= last; day++) {
      int slot = Math.floorMod(day, 4);
      if (days[slot] != day) {
        days[slot] = day;
        counts[slot] = 0;
      }
      counts[slot] = Math.max(0, counts[slot] + change);
    }
  }
}
