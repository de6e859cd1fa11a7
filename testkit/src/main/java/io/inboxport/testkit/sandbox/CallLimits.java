package io.inboxport.testkit.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the calls that the sandbox takes from one user: an account and a key.
 *
 * <p>Windows slide: a call counts until it is exactly as old as the window is long. Breaking one
 * blocks the user; the day's count does not block, and starts again at midnight UTC. A refused call
 * is not counted.
 *
 * <p>Immutable and thread-safe. To change limits, change {@linkplain #toBuilder() their builder}.
 */
public final class CallLimits {
  private static final CallLimits NONE = new Builder().build();
  private static final CallLimits DOCUMENTED =
      new Builder()
          .within(60, Duration.ofMinutes(1))
          .within(120, Duration.ofSeconds(5))
          .perDay(20_000)
          .build();

  private final List<Window> windows;
  private final int perDay;
  private final Duration block;
  private final boolean prolonging;
  private final boolean retryAfter;

  private CallLimits(Builder builder) {
    this.windows = List.copyOf(builder.windows);
    this.perDay = builder.perDay;
    this.block = builder.block;
    this.prolonging = builder.prolonging;
    this.retryAfter = builder.retryAfter;
  }

  /** No limit at all. */
  public static CallLimits none() {
    return NONE;
  }

  /**
   * The vendor's: 60 calls in a minute, 120 in 5 seconds, 20,000 in a day; a block of 15 minutes,
   * which calls do not prolong; no {@code Retry-After}.
   */
  public static CallLimits documented() {
    return DOCUMENTED;
  }

  /** Returns a builder that holds these limits. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  List<Window> windows() {
    return windows;
  }

  int perDay() {
    return perDay;
  }

  Duration block() {
    return block;
  }

  boolean isProlongedByCalls() {
    return prolonging;
  }

  boolean tellsRetryAfter() {
    return retryAfter;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallLimits that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** Names every limit. */
  @Override
  public String toString() {
    return "CallLimits[windows="
        + windows
        + ", perDay="
        + perDay
        + ", block="
        + block
        + ", prolongedByCalls="
        + prolonging
        + ", retryAfter="
        + retryAfter
        + "]";
  }

  record Window(int calls, Duration span) {
    @Override
    public String toString() {
      return calls + " within " + span;
    }
  }

  /** Builds {@link CallLimits}; not thread-safe. */
  public static final class Builder {
    private final List<Window> windows = new ArrayList<>();
    private int perDay;
    private Duration block = Duration.ofMinutes(15);
    private boolean prolonging;
    private boolean retryAfter;

    private Builder() {}

    private Builder(CallLimits limits) {
      windows.addAll(limits.windows);
      perDay = limits.perDay;
      block = limits.block;
      prolonging = limits.prolonging;
      retryAfter = limits.retryAfter;
    }

    /**
     * Takes no more than this many calls in any time span of this length.
     *
     * @throws IllegalArgumentException when either is not positive
     */
    public Builder within(int calls, Duration span) {
      if (calls < 1 || span.isNegative() || span.isZero()) {
        throw new IllegalArgumentException(
            calls + " calls within " + span + " is no limit: give at least 1, and a time span.");
      }
      windows.removeIf(window -> window.span().equals(span));
      windows.add(new Window(calls, span));
      return this;
    }

    /**
     * Takes no more than this many calls in a day, UTC.
     *
     * @param calls 0 for any number
     * @throws IllegalArgumentException when the number is negative
     */
    public Builder perDay(int calls) {
      if (calls < 0) {
        throw new IllegalArgumentException(
            calls + " calls in a day is no limit: give 0 for none, or a number above.");
      }
      perDay = calls;
      return this;
    }

    /**
     * Blocks a user who breaks a window for this long.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public Builder blocking(Duration length) {
      if (length.isNegative()) {
        throw new IllegalArgumentException("A block of " + length + " ends before it starts.");
      }
      block = length;
      return this;
    }

    /** Starts a block anew with each call during it, or does not. */
    public Builder prolongedByCalls(boolean prolonged) {
      prolonging = prolonged;
      return this;
    }

    /** Says in {@code Retry-After} of a refusal how long to wait, or does not. */
    public Builder tellingRetryAfter(boolean told) {
      retryAfter = told;
      return this;
    }

    Builder withoutWindows() {
      windows.clear();
      return this;
    }

    /** Builds the limits. */
    public CallLimits build() {
      return new CallLimits(this);
    }
  }
}
