package io.inboxport.budget;

/**
 * Sliding window: at most {@code limit} requests between any moment and {@code length} later.
 *
 * <p>The server counts a request at a moment between its departure and its answer. A request
 * therefore holds its place while it is under way, and for one length after its answer. Whichever
 * moment the server took, none of its windows then holds more than the limit.
 *
 * <p>A request that was given up counts as answered at the end of its grace, which lies ahead.
 *
 * <p>Answers come in the order of time, so the places come free in the order of a ring: every step
 * is O(1), but for those that were given up. A token bucket of the same rate needs less memory and
 * lets twice the limit through: the full bucket, and what flows in meanwhile.
 *
 * <p>Not thread-safe: {@link LocalRequestBudget} calls it under its lock.
 */
final class SlidingWindow {
  private static final int FIRST_CAPACITY = 8;

  private final int limit;
  private final long length;
  // When the answers came or are taken to come, oldest first. Grows when needed: most accounts
  // never fill it.
  private long[] answers = new long[0];
  private int oldest;
  private int answered;
  private int underWay;

  /** A window of this many requests in this many nanoseconds. */
  SlidingWindow(int limit, long length) {
    this.limit = limit;
    this.length = length;
  }

  /** Returns whether a request may leave, by the answers that were not dropped yet. */
  boolean hasRoom() {
    return answered + underWay < limit;
  }

  void take() {
    underWay++;
  }

  void giveBack() {
    underWay--;
  }

  /**
   * Ends a request.
   *
   * @param at when the server has counted it at the latest: now, or the end of its grace
   */
  void answered(long now, long at) {
    underWay--;
    if (answered == answers.length) {
      dropExpired(now);
    }
    if (answered == answers.length) {
      grow();
    }
    int place = answered;
    while (place > 0 && answers[index(place - 1)] - at > 0) {
      answers[index(place)] = answers[index(place - 1)];
      place--;
    }
    answers[index(place)] = at;
    answered++;
  }

  /**
   * Returns when a request can leave at the earliest while others go before it. Exact when no
   * request is under way; else those under way are taken to be answered right now.
   */
  long earliest(long now, int before) {
    int place = before - (limit - answered - underWay);
    if (place < 0) {
      return now;
    }
    return counted(place % limit, now) + length + place / limit * length;
  }

  /** Returns when the request at this place of the order is counted; what leaves now, now. */
  private long counted(int place, long now) {
    int past = answered;
    while (past > 0 && answers[index(past - 1)] - now > 0) {
      past--;
    }
    if (place < past) {
      return answers[index(place)];
    }
    int leaving = limit - answered;
    return place < past + leaving ? now : answers[index(place - leaving)];
  }

  boolean isEmpty() {
    return answered + underWay == 0;
  }

  /** Drops the answers that no window reaches back to. */
  void dropExpired(long now) {
    while (answered > 0 && now - answers[oldest] >= length) {
      oldest = index(1);
      answered--;
    }
  }

  private void grow() {
    var larger = new long[Math.min(limit, Math.max(FIRST_CAPACITY, 2 * answers.length))];
    for (int i = 0; i < answered; i++) {
      larger[i] = answers[index(i)];
    }
    answers = larger;
    oldest = 0;
  }

  private int index(int offset) {
    return (oldest + offset) % answers.length;
  }
}
