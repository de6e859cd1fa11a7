package io.inboxport.budget;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A model of the server: counts what arrives in sliding windows, and blocks for breaking one. */
public final class LimitedServer {
  public static final int PER_MINUTE = 60;
  public static final int PER_FIVE_SECONDS = 120;

  private final Deque<Long> minute = new ArrayDeque<>();
  private final Deque<Long> burst = new ArrayDeque<>();
  private final List<Long> arrivals = new ArrayList<>();
  private long blockedUntil = Long.MIN_VALUE;
  private int refused;

  /**
   * Returns whether a request that arrives at this time, in nanoseconds, is served; else it gets a
   * 429.
   */
  public boolean serves(long time) {
    arrivals.add(time);
    boolean minuteBroken = breaks(minute, PER_MINUTE, Duration.ofMinutes(1), time);
    boolean burstBroken = breaks(burst, PER_FIVE_SECONDS, Duration.ofSeconds(5), time);
    if (minuteBroken || burstBroken) {
      blockedUntil = time + Duration.ofMinutes(15).toNanos();
    }
    boolean serves = time >= blockedUntil;
    refused += serves ? 0 : 1;
    return serves;
  }

  public int arrived() {
    return arrivals.size();
  }

  public int refused() {
    return refused;
  }

  /** The largest number of arrivals in any sliding window of this length. */
  public int most(Duration window) {
    int most = 0;
    int oldest = 0;
    for (int newest = 0; newest < arrivals.size(); newest++) {
      while (arrivals.get(newest) - arrivals.get(oldest) >= window.toNanos()) {
        oldest++;
      }
      most = Math.max(most, newest - oldest + 1);
    }
    return most;
  }

  private static boolean breaks(Deque<Long> counted, int limit, Duration window, long time) {
    while (!counted.isEmpty() && time - counted.getFirst() >= window.toNanos()) {
      counted.removeFirst();
    }
    counted.addLast(time);
    return counted.size() > limit;
  }
}
