package io.inboxport.event;

import java.time.Duration;

/**
 * Share of the requests of an account that the poll may use, evenly spread: its calls are at least
 * {@link #pause} apart, over restarts and in all processes together.
 *
 * @param calls how many calls, 1 to 100,000
 * @param time in which time, a minute to a day
 */
public record PollShare(int calls, Duration time) {
  /** The vendor's limit for a day. */
  private static final int CALLS_A_DAY = 20_000;

  /**
   * Creates a share.
   *
   * @throws IllegalArgumentException when a value is out of its range, or the calls would be less
   *     than a second apart, which is all that the vendor allows
   */
  public PollShare {
    if (calls < 1 || calls > 100_000) {
      throw new IllegalArgumentException("The poll has " + calls + " calls: give 1 to 100,000.");
    }
    if (time.compareTo(Duration.ofMinutes(1)) < 0 || time.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("The time is " + time + ": give a minute to a day.");
    }
    if (time.dividedBy(calls).compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "%d calls in %s are all that the vendor allows, or more: leave some to others."
              .formatted(calls, time));
    }
  }

  /**
   * Returns a share of the 20,000 requests that the vendor allows a user in a day.
   *
   * @param percent 1 to 100
   * @throws IllegalArgumentException when it is not
   */
  public static PollShare ofDay(int percent) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("The share is " + percent + " percent: give 1 to 100.");
    }
    return new PollShare(CALLS_A_DAY / 100 * percent, Duration.ofDays(1));
  }

  /** The time between two calls, to the millisecond, rounded up. */
  public Duration pause() {
    return Duration.ofMillis((time.toMillis() + calls - 1) / calls);
  }
}
