package io.inboxport.inmemory;

import io.inboxport.call.Operation;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
  private static final Fault UNKNOWN_TOTAL = new Fault(Kind.UNKNOWN_TOTAL);
  private static final Fault ANOTHER_CONVERSATION = new Fault(Kind.ANOTHER_CONVERSATION);
  private static final Fault ANOTHER_USER = new Fault(Kind.ANOTHER_USER);

  /** The HTTP adapter believes no server that asks to wait for longer. */
  private static final Duration LONGEST_TIME = Duration.ofDays(1);

  private static final Set<Integer> OTHER_KINDS = Set.of(401, 403, 404, 408, 421, 429);

  private final Kind kind;
  private final Duration time;
  private final int status;
  private final String words;

  private Fault(Kind kind) {
    this(kind, Duration.ZERO, 0, "");
  }

  private Fault(Kind kind, Duration time, int status, String words) {
    this.kind = kind;
    this.time = time;
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
   * The call arrives, no answer comes, and the server executes a write only later. A write ends as
   * {@code OutcomeUnknown}, a read ends as {@code Unavailable}.
   *
   * <p>The write takes effect once the gateway's clock shows this much after the call, and cannot
   * be seen before. It then finds the state of that moment: the server may decline it, and what it
   * makes has the next free id, and the time at which it was due. Several are executed in the order
   * in which they are due.
   *
   * @param after how long after the call: 0 to 24 hours
   * @throws IllegalArgumentException when it is outside
   */
  public static Fault executedLater(Duration after) {
    return new Fault(Kind.EXECUTED_LATER, withinADay("delay", after), 0, "");
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
    return new Fault(Kind.RATE_LIMITED, withinADay("time to wait", retryAfter), 0, "");
  }

  private static Duration withinADay(String name, Duration time) {
    if (time.isNegative() || time.compareTo(LONGEST_TIME) > 0) {
      throw new IllegalArgumentException(
          "The " + name + " is " + time + ": give zero to 24 hours.");
    }
    return time;
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
   * {@code LIST}, {@code TIMELINE} and the lists beside conversations only. An empty page has
   * nothing to break and stays as it is.
   */
  public static Fault brokenItem() {
    return BROKEN_ITEM;
  }

  /**
   * The page comes, and the server does not tell its total in a way that can be read: it is
   * unknown, so the page may be incomplete. For {@code LIST} and the lists beside conversations.
   */
  public static Fault unknownTotal() {
    return UNKNOWN_TOTAL;
  }

  /**
   * The answer is about another conversation than the one asked for, as if it were the answer to
   * another call. For {@code GET} and {@code ASSIGN} only, since no other answer says what it is
   * about. The read ends as {@code UnreadableResponse}; the write is executed and ends as {@code
   * OutcomeUnknown}.
   */
  public static Fault anotherConversation() {
    return ANOTHER_CONVERSATION;
  }

  /**
   * The answer names another assignee than the one asked for, as if it were the answer to another
   * call. For {@code ASSIGN} only. The write is executed and ends as {@code OutcomeUnknown}.
   */
  public static Fault anotherUser() {
    return ANOTHER_USER;
  }

  /**
   * Checks that the operation can meet this fault.
   *
   * @throws IllegalArgumentException when it cannot
   */
  void checkFor(Operation operation) {
    switch (kind) {
      case BROKEN_ITEM ->
          checkFor(
              operation,
              "page that an item could break",
              Operation.LIST,
              Operation.TIMELINE,
              Operation.LIST_TAGS,
              Operation.LIST_RESPONSES,
              Operation.LIST_USERS,
              Operation.LIST_CREDENTIALS);
      case UNKNOWN_TOTAL ->
          checkFor(
              operation,
              "total",
              Operation.LIST,
              Operation.LIST_TAGS,
              Operation.LIST_RESPONSES,
              Operation.LIST_USERS,
              Operation.LIST_CREDENTIALS);
      case ANOTHER_CONVERSATION ->
          checkFor(operation, "id of a conversation", Operation.GET, Operation.ASSIGN);
      case ANOTHER_USER -> checkFor(operation, "user that was asked for", Operation.ASSIGN);
      default -> {}
    }
  }

  private static void checkFor(Operation operation, String missing, Operation... fitting) {
    if (!List.of(fitting).contains(operation)) {
      var names = Arrays.stream(fitting).map(Enum::name).collect(Collectors.joining(" or "));
      throw new IllegalArgumentException(
          operation + " answers with no " + missing + ": use " + names + ".");
    }
  }

  Kind kind() {
    return kind;
  }

  /** Returns how long it is to wait, or until the execution. */
  Duration time() {
    return time;
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
        && time.equals(that.time)
        && status == that.status
        && words.equals(that.words);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, time, status, words);
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
    EXECUTED_LATER,
    GARBLED,
    RATE_LIMITED,
    AUTHENTICATION_FAILED,
    PERMISSION_DENIED,
    NOT_FOUND,
    REJECTED,
    BROKEN_ITEM,
    UNKNOWN_TOTAL,
    ANOTHER_CONVERSATION,
    ANOTHER_USER
  }
}
