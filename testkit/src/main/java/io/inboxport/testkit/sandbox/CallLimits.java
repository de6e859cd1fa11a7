package io.inboxport.testkit.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the calls that the sandbox takes from one user: an account and a key. Immutable.
 *
 * <p>Windows slide: a call counts until it is exactly as old as the window is long. Breaking one
 * blocks the user; the day's count does not block, and starts again at midnight UTC. A refused call
 * is not counted.
 */
public final class CallLimits {
  private static final CallLimits NONE =
      new CallLimits(List.of(), 0, Duration.ofMinutes(15), false, false);
  private static final CallLimits DOCUMENTED =
      NONE.within(60, Duration.ofMinutes(1)).within(120, Duration.ofSeconds(5)).perDay(20_000);

  private final List<Window> windows;
  private final int perDay;
  private final Duration block;
  private final boolean prolonging;
  private final boolean retryAfter;

  private CallLimits(
      List<Window> windows, int perDay, Duration block, boolean prolonging, boolean retryAfter) {
    this.windows = List.copyOf(windows);
    this.perDay = perDay;
    this.block = block;
    this.prolonging = prolonging;
    this.retryAfter = retryAfter;
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

  /**
   * The same limits, with no more than this many calls in any time span of this length.
   *
   * @throws IllegalArgumentException when either is not positive
   */
  public CallLimits within(int calls, Duration span) {
    if (calls < 1 || span.isNegative() || span.isZero()) {
      throw new IllegalArgumentException(
          calls + " calls within " + span + " is no limit: give at least 1, and a time span.");
    }
    var others = windows.stream().filter(window -> !window.span().equals(span));
    return new CallLimits(
        Stream.concat(others, Stream.of(new Window(calls, span))).toList(),
        perDay,
        block,
        prolonging,
        retryAfter);
  }

  /**
   * The same limits, with no more than this many calls in a day, UTC.
   *
   * @param calls 0 for any number
   * @throws IllegalArgumentException when the number is negative
   */
  public CallLimits perDay(int calls) {
    if (calls < 0) {
      throw new IllegalArgumentException(
          calls + " calls in a day is no limit: give 0 for none, or a number above.");
    }
    return new CallLimits(windows, calls, block, prolonging, retryAfter);
  }

  /**
   * The same limits, with a block of this length for who breaks a window.
   *
   * @throws IllegalArgumentException when it is negative
   */
  public CallLimits blocking(Duration length) {
    if (length.isNegative()) {
      throw new IllegalArgumentException("A block of " + length + " ends before it starts.");
    }
    return new CallLimits(windows, perDay, length, prolonging, retryAfter);
  }

  /** The same limits, in which each call during a block starts it anew, or does not. */
  public CallLimits prolongedByCalls(boolean prolonged) {
    return new CallLimits(windows, perDay, block, prolonged, retryAfter);
  }

  /**
   * The same limits, in which a refusal says in {@code Retry-After} how long to wait, or does not.
   */
  public CallLimits tellingRetryAfter(boolean told) {
    return new CallLimits(windows, perDay, block, prolonging, told);
  }

  CallLimits withoutWindows() {
    return new CallLimits(List.of(), perDay, block, prolonging, retryAfter);
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
    return other instanceof CallLimits that
        && windows.equals(that.windows)
        && perDay == that.perDay
        && block.equals(that.block)
        && prolonging == that.prolonging
        && retryAfter == that.retryAfter;
  }

  @Override
  public int hashCode() {
    return Objects.hash(windows, perDay, block, prolonging, retryAfter);
  }

  @Override
  public String toString() {
    return "Limits[" + windows + ", " + perDay + " a day, block " + block + "]";
  }

  record Window(int calls, Duration span) {
    @Override
    public String toString() {
      return calls + " within " + span;
    }
  }
}
