package io.inboxport.budget;

import java.time.Duration;
import java.util.List;

/**
 * The limits of an account's requests. Immutable and thread-safe: every method returns new limits.
 *
 * <p>The vendor documents 60 calls in a minute, 120 in 5 seconds and 20,000 a day (until midnight
 * UTC) for each user, and blocks a key for 15 minutes that breaks the first or the second. Here all
 * gateways of an account share one budget, whichever user's key they have: that is never too much.
 */
public final class RequestLimits {
  private static final int MOST = 1_000_000;
  private static final Duration MOST_MARGIN = Duration.ofMinutes(1);
  private static final Duration MOST_GRACE = Duration.ofMinutes(15);
  private static final RequestLimits DOCUMENTED =
      new RequestLimits(60, 120, 20_000, 0, Duration.ofMillis(250), Duration.ofMinutes(1));

  private final int perMinute;
  private final int perFiveSeconds;
  private final int perDay;
  private final int reservedForWrites;
  private final Duration margin;
  private final Duration grace;

  private RequestLimits(
      int perMinute,
      int perFiveSeconds,
      int perDay,
      int reservedForWrites,
      Duration margin,
      Duration grace) {
    this.perMinute = within("Requests per minute", perMinute, 1, MOST);
    this.perFiveSeconds = within("Requests per 5 seconds", perFiveSeconds, 1, MOST);
    this.perDay = within("Requests per day", perDay, 1, Integer.MAX_VALUE);
    this.reservedForWrites =
        within("Requests reserved for writes", reservedForWrites, 0, perMinute - 1);
    if (margin.isNegative() || margin.compareTo(MOST_MARGIN) > 0) {
      throw new IllegalArgumentException(
          "Margin must be PT0S to " + MOST_MARGIN + ", not " + margin + ".");
    }
    this.margin = margin;
    if (grace.isNegative() || grace.compareTo(MOST_GRACE) > 0) {
      throw new IllegalArgumentException(
          "Grace must be PT0S to " + MOST_GRACE + ", not " + grace + ".");
    }
    this.grace = grace;
  }

  /** The limits that the vendor documents, nothing reserved for writes, and a margin of 250 ms. */
  public static RequestLimits documented() {
    return DOCUMENTED;
  }

  /**
   * Any minute has at most this many requests: 1 to 1,000,000.
   *
   * @throws IllegalArgumentException when the number is outside, or all would be reserved for
   *     writes
   */
  public RequestLimits perMinute(int requests) {
    return new RequestLimits(requests, perFiveSeconds, perDay, reservedForWrites, margin, grace);
  }

  /**
   * Any 5 seconds have at most this many requests: 1 to 1,000,000.
   *
   * @throws IllegalArgumentException when the number is outside
   */
  public RequestLimits perFiveSeconds(int requests) {
    return new RequestLimits(perMinute, requests, perDay, reservedForWrites, margin, grace);
  }

  /**
   * Any day, from midnight to midnight UTC, has at most this many requests: 1 or more. Those under
   * way at midnight, and the first after a long silence, count for the new day once answered.
   *
   * @throws IllegalArgumentException when the number is below 1
   */
  public RequestLimits perDay(int requests) {
    return new RequestLimits(perMinute, perFiveSeconds, requests, reservedForWrites, margin, grace);
  }

  /**
   * Keeps this many requests of every minute for writes, and the same share of the other limits: a
   * bulk export then leaves room for replies. Writes may use everything; reads never use the
   * reserve.
   *
   * @param requestsPerMinute 0 to one less than the requests per minute
   * @throws IllegalArgumentException when the number is outside
   */
  public RequestLimits reserveForWrites(int requestsPerMinute) {
    return new RequestLimits(perMinute, perFiveSeconds, perDay, requestsPerMinute, margin, grace);
  }

  /**
   * Makes every window longer by this much, and counts a request within it of midnight UTC for both
   * days: for a server's clock that differs from this machine's. The time a request travels needs
   * no margin, since its window starts when its answer has come. 0 to 60 seconds; 250 ms at first.
   *
   * @throws IllegalArgumentException when the margin is outside
   */
  public RequestLimits margin(Duration margin) {
    return new RequestLimits(perMinute, perFiveSeconds, perDay, reservedForWrites, margin, grace);
  }

  /**
   * Keeps the place of a request that was given up for this long before its window starts: a slow
   * server may count it after its caller has left. 0 to 15 minutes; a minute at first.
   *
   * @throws IllegalArgumentException when the grace is outside
   */
  public RequestLimits grace(Duration grace) {
    return new RequestLimits(perMinute, perFiveSeconds, perDay, reservedForWrites, margin, grace);
  }

  /** How long a server may take to count a request that was given up. */
  public Duration grace() {
    return grace;
  }

  /** The allowances that all requests share. */
  RequestAllowance forAll() {
    return new RequestAllowance(perMinute, perFiveSeconds, perDay, margin);
  }

  /** The allowances of reads, if they are less than all. */
  List<RequestAllowance> forReads() {
    return reservedForWrites == 0
        ? List.of()
        : List.of(
            new RequestAllowance(
                readsOf(perMinute), readsOf(perFiveSeconds), readsOf(perDay), margin));
  }

  private int readsOf(int limit) {
    return (int) Math.max(1, (long) limit * (perMinute - reservedForWrites) / perMinute);
  }

  private static int within(String what, long value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " must be " + least + " to " + most + ", not " + value + ".");
    }
    return (int) value;
  }
}
