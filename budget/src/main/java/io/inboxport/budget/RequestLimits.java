package io.inboxport.budget;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits of an account's requests.
 *
 * <p>The vendor documents 60 calls in a minute, 120 in 5 seconds and 20,000 a day (until midnight
 * UTC) for each user, and blocks a key for 15 minutes that breaks the first or the second. Here all
 * gateways of an account share one budget, whichever user's key they have: that is never too much.
 *
 * <p>Immutable and thread-safe. To change limits, change {@linkplain #toBuilder() their builder}.
 */
public final class RequestLimits {
  private static final int MOST = 1_000_000;
  private static final Duration MOST_MARGIN = Duration.ofMinutes(1);
  private static final Duration MOST_GRACE = Duration.ofMinutes(15);
  private static final RequestLimits DOCUMENTED = new Builder().build();

  private final int perMinute;
  private final int perFiveSeconds;
  private final int perDay;
  private final int reservedForWrites;
  private final Duration margin;
  private final Duration grace;

  private RequestLimits(Builder builder) {
    this.perMinute = builder.perMinute;
    this.perFiveSeconds = builder.perFiveSeconds;
    this.perDay = builder.perDay;
    this.reservedForWrites = builder.reservedForWrites;
    this.margin = builder.margin;
    this.grace = builder.grace;
  }

  /** The limits that the vendor documents, nothing reserved for writes, and a margin of 250 ms. */
  public static RequestLimits documented() {
    return DOCUMENTED;
  }

  /** Returns a builder that holds these limits. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The most requests of any minute. */
  public int perMinute() {
    return perMinute;
  }

  /** The most requests of any 5 seconds. */
  public int perFiveSeconds() {
    return perFiveSeconds;
  }

  /** The most requests of a day, from midnight to midnight UTC. */
  public int perDay() {
    return perDay;
  }

  /** The requests of every minute that reads leave to writes. */
  public int reservedForWrites() {
    return reservedForWrites;
  }

  /** The time by which every window is longer than the vendor's. */
  public Duration margin() {
    return margin;
  }

  /** The time that a server may take to count a request that was given up. */
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

  /**
   * Returns the share that reads have of one of these limits: all but what is reserved for writes,
   * and at least 1.
   */
  public int readsOf(int limit) {
    return (int) Math.max(1, (long) limit * (perMinute - reservedForWrites) / perMinute);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RequestLimits that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** Names every limit. */
  @Override
  public String toString() {
    return "RequestLimits[perMinute="
        + perMinute
        + ", perFiveSeconds="
        + perFiveSeconds
        + ", perDay="
        + perDay
        + ", reservedForWrites="
        + reservedForWrites
        + ", margin="
        + margin
        + ", grace="
        + grace
        + "]";
  }

  /** Builds {@link RequestLimits}; not thread-safe. */
  public static final class Builder {
    private int perMinute = 60;
    private int perFiveSeconds = 120;
    private int perDay = 20_000;
    private int reservedForWrites;
    private Duration margin = Duration.ofMillis(250);
    private Duration grace = Duration.ofMinutes(1);

    private Builder() {}

    private Builder(RequestLimits limits) {
      perMinute = limits.perMinute;
      perFiveSeconds = limits.perFiveSeconds;
      perDay = limits.perDay;
      reservedForWrites = limits.reservedForWrites;
      margin = limits.margin;
      grace = limits.grace;
    }

    /**
     * Any minute has at most this many requests: 1 to 1,000,000.
     *
     * @throws IllegalArgumentException when the number is outside
     */
    public Builder perMinute(int requests) {
      perMinute = within("Requests per minute", requests, 1, MOST);
      return this;
    }

    /**
     * Any 5 seconds have at most this many requests: 1 to 1,000,000.
     *
     * @throws IllegalArgumentException when the number is outside
     */
    public Builder perFiveSeconds(int requests) {
      perFiveSeconds = within("Requests per 5 seconds", requests, 1, MOST);
      return this;
    }

    /**
     * Any day, from midnight to midnight UTC, has at most this many requests: 1 or more. Those
     * under way at midnight count for the new day once answered.
     *
     * @throws IllegalArgumentException when the number is below 1
     */
    public Builder perDay(int requests) {
      perDay = within("Requests per day", requests, 1, Integer.MAX_VALUE);
      return this;
    }

    /**
     * Keeps this many requests of every minute for writes, and the same share of the other limits:
     * a bulk export then leaves room for replies. Writes may use everything; reads never use the
     * reserve, and always have one request of each limit.
     *
     * @param requestsPerMinute 0 to one less than the requests per minute, which {@link #build}
     *     checks
     */
    public Builder reserveForWrites(int requestsPerMinute) {
      reservedForWrites = requestsPerMinute;
      return this;
    }

    /**
     * Makes every window longer by this much, and counts a request within it of midnight UTC for
     * both days: for a server's clock that differs from this machine's. The time a request travels
     * needs no margin, since its window starts when its answer has come. 0 to 60 seconds; 250 ms at
     * first.
     *
     * @throws IllegalArgumentException when the margin is outside
     */
    public Builder margin(Duration margin) {
      if (margin.isNegative() || margin.compareTo(MOST_MARGIN) > 0) {
        throw new IllegalArgumentException(
            "Margin must be PT0S to " + MOST_MARGIN + ", not " + margin + ".");
      }
      this.margin = margin;
      return this;
    }

    /**
     * Keeps the place of a request that was given up for this long before its window starts: a slow
     * server may count it after its caller has left. 0 to 15 minutes; a minute at first.
     *
     * @throws IllegalArgumentException when the grace is outside
     */
    public Builder grace(Duration newGrace) {
      if (newGrace.isNegative() || newGrace.compareTo(MOST_GRACE) > 0) {
        throw new IllegalArgumentException(
            "Grace must be PT0S to " + MOST_GRACE + ", not " + newGrace + ".");
      }
      grace = newGrace;
      return this;
    }

    /**
     * Builds the limits.
     *
     * @throws IllegalArgumentException when the reserve for writes is negative, or leaves reads no
     *     request of a minute
     */
    public RequestLimits build() {
      within("Requests reserved for writes", reservedForWrites, 0, perMinute - 1);
      return new RequestLimits(this);
    }

    private static int within(String what, int value, int least, int most) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            what + " must be " + least + " to " + most + ", not " + value + ".");
      }
      return value;
    }
  }
}
