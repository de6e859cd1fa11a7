package io.inboxport.inmemory;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fault that a call meets instead of a good answer; {@link FaultPlan} plans it. Immutable.
 *
 * <p>Each ends as the same accident ends over HTTP once no attempt is left. The call gets the same
 * kind of {@link io.inboxport.call.InboxException}, with the write done or not done. The twin never
 * tries again. The HTTP adapter does, for a read: it meets the fault once for each of its attempts,
 * three unless set otherwise.
 */
public final class Fault {
  private static final Fault UNAVAILABLE = new Fault(Kind.UNAVAILABLE);
  private static final Fault UNHEARD = new Fault(Kind.UNHEARD);
  private static final Fault LOST = new Fault(Kind.LOST);
  private static final Fault GARBLED = new Fault(Kind.GARBLED);
  private static final Fault AUTHENTICATION_FAILED = new Fault(Kind.AUTHENTICATION_FAILED);
  private static final Fault PERMISSION_DENIED = new Fault(Kind.PERMISSION_DENIED);
  private static final Fault NOT_FOUND = new Fault(Kind.NOT_FOUND);
  private static final Fault BROKEN_ITEM = new Fault(Kind.BROKEN_ITEM);

  /** The HTTP adapter believes no server that asks to wait for longer. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private static final Set<Integer> OTHER_KINDS = Set.of(401, 403, 404, 408, 421, 429);

  private final Kind kind;
  private final Duration retryAfter;
  private final int status;
  private final String words;

  private Fault(Kind kind) {
    this(kind, Duration.ZERO, 0, "");
  }

  private Fault(Kind kind, Duration retryAfter, int status, String words) {
    this.kind = kind;
    this.retryAfter = retryAfter;
    this.status = status;
    this.words = words;
  }

  /** The call never leaves: {@code Unavailable}, and nothing happened. */
  public static Fault unavailable() {
    return UNAVAILABLE;
  }

  /**
   * The server does what it was asked to, and the answer never arrives. A write is executed and
   * ends as {@code OutcomeUnknown}, a read ends as {@code Unavailable}.
   */
  public static Fault unheard() {
    return UNHEARD;
  }

  /**
   * The call leaves and never arrives, which its caller cannot know: a write is not executed and
   * ends as {@code OutcomeUnknown}, a read ends as {@code Unavailable}.
   */
  public static Fault lost() {
    return LOST;
  }

  /**
   * The server does what it was asked to, and its answer cannot be read. A write is executed and
   * ends as {@code OutcomeUnknown}, a read ends as {@code UnreadableResponse}.
   */
  public static Fault garbled() {
    return GARBLED;
  }

  /**
   * Too many calls: {@code RateLimited}, and nothing happened.
   *
   * @param retryAfter how long the server asks to wait, from the time of the call on: 0 to 24
   *     hours. The HTTP adapter believes no server that asks for more
   * @throws IllegalArgumentException when it is outside
   */
  public static Fault rateLimited(Duration retryAfter) {
    if (retryAfter.isNegative() || retryAfter.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException(
          "The time to wait is " + retryAfter + ": give zero to 24 hours.");
    }
    return new Fault(Kind.RATE_LIMITED, retryAfter, 0, "");
  }

  /** The server does not accept the credentials: {@code AuthenticationFailed}. */
  public static Fault authenticationFailed() {
    return AUTHENTICATION_FAILED;
  }

  /** The owner of the key lacks the right: {@code PermissionDenied}. */
  public static Fault permissionDenied() {
    return PERMISSION_DENIED;
  }

  /** The item is gone, or not visible: {@code NotFound}. */
  public static Fault notFound() {
    return NOT_FOUND;
  }

  /**
   * The server declines: {@code Rejected}, and nothing happened.
   *
   * @param status the HTTP status; 200 if only the body says that it failed
   * @param words what the server says; may be empty
   * @throws IllegalArgumentException when the status is neither 200 nor one of 400 to 499. The
   *     statuses of other kinds are refused too: 401, 403, 404, 408, 421 and 429
   */
  public static Fault rejected(int status, String words) {
    return new Fault(
        Kind.REJECTED, Duration.ZERO, rejecting(status), Objects.requireNonNull(words, "words"));
  }

  /** Returns the status, if it is one that is told as {@code Rejected}. */
  static int rejecting(int status) {
    if (status != 200 && (status / 100 != 4 || OTHER_KINDS.contains(status))) {
      throw new IllegalArgumentException(
          "A status of "
              + status
              + " is not told as Rejected: give 200 or one of 400 to 499, and"
              + " for 401, 403, 404, 408, 421 and 429 the fault of their own kind.");
    }
    return status;
  }

  /**
   * One item of the page, its first, cannot be read and is told of among the unreadable ones. For
   * {@code LIST} and {@code TIMELINE} only. An empty page has nothing to break and stays as it is.
   */
  public static Fault brokenItem() {
    return BROKEN_ITEM;
  }

  Kind kind() {
    return kind;
  }

  Duration retryAfter() {
    return retryAfter;
  }

  int status() {
    return status;
  }

  String words() {
    return words;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fault that
        && kind == that.kind
        && retryAfter.equals(that.retryAfter)
        && status == that.status
        && words.equals(that.words);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, retryAfter, status, words);
  }

  /** Names the kind. */
  @Override
  public String toString() {
    return "Fault[" + kind + "]";
  }

  enum Kind {
    UNAVAILABLE,
    UNHEARD,
    LOST,
    GARBLED,
    RATE_LIMITED,
    AUTHENTICATION_FAILED,
    PERMISSION_DENIED,
    NOT_FOUND,
    REJECTED,
    BROKEN_ITEM
  }
}
