package io.inboxport.testkit.sandbox;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fault that a call meets on the wire instead of a good answer. Immutable.
 *
 * <p>Each says whether the call is executed before the accident; {@link #executing} says otherwise.
 */
public final class WireFault {
  /** Kind of a fault. If it says 200, a call that is refused is answered as refused. */
  public enum Kind {
    /** Any status, with any body. Not executed. */
    STATUS(false),
    /** 200 with {@code "Result":false} and words. Not executed. */
    RESULT_FALSE(false),
    /** 200 with a page of HTML, as a proxy in between would. Not executed. */
    HTML(false),
    /** 200 without a body. Executed. */
    EMPTY_BODY(true),
    /** 200 with the first half of the JSON. Executed. */
    TRUNCATED_JSON(true),
    /** The connection is closed in good order instead of an answer. Not executed. */
    EMPTY_REPLY(false),
    /** The connection is reset instead of an answer. Not executed. */
    RESET(false),
    /** The connection is reset instead of an answer. Executed. */
    RESET_AFTER_EXECUTING(true),
    /** The connection is reset after half of the answer. Executed. */
    RESET_MID_ANSWER(true),
    /** No answer until the time is up or the client leaves. Executed. */
    STALL(true),
    /** The answer comes a byte at a time. Executed. */
    SLOW_DRIP(true),
    /** One item, the first, has wrong types. For LIST and TIMELINE only. Executed. */
    BROKEN_ITEM(true),
    /** Every value but {@code Result} has a wrong type. Executed. */
    WRONG_TYPES(true),
    /** The answer comes twice in one piece, and the connection stays open. Executed. */
    SURPLUS_ANSWER(true),
    /** Bytes that are no answer follow the answer in one piece with it. Executed. */
    SURPLUS_BYTES(true),
    /** A 408 that ends the connection follows the answer in one piece with it. Executed. */
    STALE_408(true),
    /** The same 408, although the connection stays open. Executed. */
    STALE_408_KEPT_OPEN(true),
    /** One {@code Content-Length} says half of the body, a second one all of it. Executed. */
    CONTRADICTING_LENGTHS(true),
    /** The body comes in one chunk, and its length is in a {@code Content-Length}. Executed. */
    CHUNKED_WITH_LENGTH(true);

    private final boolean executes;

    Kind(boolean executes) {
      this.executes = executes;
    }
  }

  private static final Duration A_LONG_TIME = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Kind kind;
  private final boolean executes;
  private final int status;
  private final String body;
  private final @Nullable String retryAfter;
  private final Duration time;

  private WireFault(
      Kind kind,
      boolean executes,
      int status,
      String body,
      @Nullable String retryAfter,
      Duration time) {
    this.kind = kind;
    this.executes = executes;
    this.status = status;
    this.body = Objects.requireNonNull(body, "body");
    this.retryAfter = retryAfter;
    this.time = time;
  }

  private static WireFault of(Kind kind, Duration time) {
    if (time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("The time is " + time + ": give zero to 24 hours.");
    }
    return new WireFault(kind, kind.executes, 200, "", null, time);
  }

  /**
   * This status and an error in the dialect's shape; a redirect goes to {@code /elsewhere}.
   *
   * @throws IllegalArgumentException when it is not between 200 and 599
   */
  public static WireFault status(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException(
          "The status " + status + " ends no call: give 200 to 599.");
    }
    return new WireFault(Kind.STATUS, false, status, "", null, Duration.ZERO);
  }

  /** 200 with {@code "Result":false} and these words in the dialect's shape. */
  public static WireFault resultFalse(String words) {
    return new WireFault(Kind.RESULT_FALSE, false, 200, words, null, Duration.ZERO);
  }

  /**
   * A fault of this kind with nothing else said: a status of 200, a stall of an hour, 20 ms between
   * the bytes of a slow drip.
   */
  public static WireFault of(Kind kind) {
    return of(kind, kind == Kind.STALL ? A_LONG_TIME : Duration.ofMillis(20));
  }

  /**
   * No answer for this long, to the millisecond; then it comes, unless the client has left. Less
   * than a millisecond is no stall.
   *
   * @throws IllegalArgumentException when the time is negative or over 24 hours
   */
  public static WireFault stall(Duration atMost) {
    return of(Kind.STALL, atMost);
  }

  /**
   * The answer comes a byte at a time, with this pause in between, to the millisecond.
   *
   * @throws IllegalArgumentException when the pause is negative or over 24 hours
   */
  public static WireFault slowDrip(Duration pause) {
    return of(Kind.SLOW_DRIP, pause);
  }

  WireFault lasting(Duration newTime) {
    return new WireFault(kind, executes, status, body, retryAfter, of(kind, newTime).time);
  }

  /**
   * The same fault with this text: of STATUS the body, sent as {@code application/json}; of
   * RESULT_FALSE the server's words; of HTML the page; of SURPLUS_BYTES the bytes, in UTF-8. Other
   * kinds ignore it.
   */
  public WireFault saying(String newBody) {
    return new WireFault(kind, executes, status, newBody, retryAfter, time);
  }

  /** The same fault with this {@code Retry-After}: seconds, a date, or nonsense. */
  public WireFault retryAfter(String value) {
    return new WireFault(
        kind, executes, status, body, Objects.requireNonNull(value, "value"), time);
  }

  /**
   * The same fault, in which the call is executed before it or is not. If it is not, what the kind
   * cuts, delays or distorts is an error with status 503.
   */
  public WireFault executing(boolean executed) {
    return new WireFault(kind, executed, status, body, retryAfter, time);
  }

  /** The kind of what happens. */
  public Kind kind() {
    return kind;
  }

  /** Returns whether the call is executed before it. */
  public boolean executes() {
    return executes;
  }

  int status() {
    return status;
  }

  String body() {
    return body;
  }

  Optional<String> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  Duration time() {
    return time;
  }

  /** Names kind and status. */
  @Override
  public String toString() {
    var name = kind == Kind.STATUS ? kind + " " + status : kind.toString();
    return "WireFault[" + name + (executes ? ", executing]" : "]");
  }
}
