package io.inboxport.http;

import java.util.concurrent.TimeUnit;

/**
 * How many requests count for a day, from midnight to midnight UTC.
 *
 * <p>A request near midnight counts for both days, as nobody knows for which one the server takes
 * it: near is from a margin before it leaves to a margin after its answer.
 *
 * <p>Not thread-safe: {@link LocalBudget} calls it under its lock.
 */
final class DayCount {
  private static final long DAY = TimeUnit.DAYS.toMillis(1);

  private final int limit;
  private final long margin;
  // Of the last few days, each at its number modulo four: a clock that is set back finds its count.
  private final long[] days = {-1, -1, -1, -1};
  private final int[] counts = new int[4];
  private long looked = Long.MIN_VALUE;
  private long first;
  private long last;

  /** At most this many requests a day, with a margin in milliseconds. */
  DayCount(int limit, long margin) {
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
    // Mostly the clock was not even read again meanwhile.
    if (taken != millis) {
      add(last(taken) + 1, last(millis), 1);
    }
  }

  /** How many milliseconds from now a request can leave at the earliest. */
  long untilRoom(long millis, int before) {
    return before < room(millis) ? 0 : (first(millis) + 1) * DAY + margin - millis;
  }

  /** Whether nothing is counted for this day. */
  boolean isEmpty(long millis) {
    return room(millis) == limit;
  }

  private int room(long millis) {
    look(millis);
    int most = count(first);
    return limit - (first == last ? most : Math.max(most, count(last)));
  }

  private long first(long millis) {
    look(millis);
    return first;
  }

  private long last(long millis) {
    look(millis);
    return last;
  }

  /** The same time is asked for again and again, and a division takes long. */
  private void look(long millis) {
    if (millis != looked) {
      looked = millis;
      first = Math.floorDiv(millis - margin, DAY);
      last = Math.floorDiv(millis + margin, DAY);
    }
  }

  private int count(long day) {
    int slot = (int) day & 3;
    return days[slot] == day ? counts[slot] : 0;
  }

  private void add(long first, long last, int change) {
    for (long day = first; day <= last; day++) {
      int slot = (int) day & 3;
      if (days[slot] != day) {
        days[slot] = day;
        counts[slot] = 0;
      }
      counts[slot] = Math.max(0, counts[slot] + change);
    }
  }
}
