package io.inboxport.call;

import io.inboxport.conversation.ConversationId;
import io.inboxport.reply.ReplyReason;
import io.inboxport.reply.ReplyVerdict;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Failure of a call. The kinds follow what the caller does next.
 *
 * <p>Unsound input never comes this far: values refuse it with {@link IllegalArgumentException}. No
 * message holds a key or a text that was to be sent. The one exception is a fragment of fewer than
 * 20 characters that the server repeats. A server may quote other texts in its own words: treat
 * {@link #serverMessage()} as such, and so every message that holds it.
 *
 * <p>Adapters make these; an application catches them. Java serialization carries the message and
 * the operation, but not the conversation, the verdict or the write.
 */
public abstract sealed class InboxException extends RuntimeException {
  private final Kind kind;
  private final Operation operation;
  // An exception is Serializable, rules and values are not: they do not travel with a copy of it.
  private final transient @Nullable ConversationId conversation;
  private final @Nullable String subjectId;
  private final String serverMessage;

  private InboxException(
      Kind kind, CallSubject subject, String message, @Nullable Throwable cause) {
    this(kind, subject, message, "", cause);
  }

  private InboxException(
      Kind kind,
      CallSubject subject,
      String message,
      String serverMessage,
      @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.operation = subject.operation();
    this.conversation = subject.conversation().orElse(null);
    this.subjectId = subject.id().orElse(null);
    this.serverMessage = Objects.requireNonNull(serverMessage, "serverMessage");
  }

  /** The call that failed. */
  public final Operation operation() {
    return operation;
  }

  /**
   * The conversation the call was about; empty for a list and the start-up check, for a call about
   * what stands beside conversations, and after deserialization.
   */
  public final Optional<ConversationId> conversation() {
    return Optional.ofNullable(conversation);
  }

  /**
   * The operation, and the id of what the call was about: a conversation, a tag, a canned response,
   * a user or a credential.
   */
  public final CallSubject subject() {
    return conversation == null && subjectId != null
        ? CallSubject.ofAccount(operation, subjectId)
        : CallSubject.of(operation, conversation);
  }

  /** The kind, for switches, logs and meters. */
  public final Kind kind() {
    return kind;
  }

  /**
   * The server's words about a refusal, with whatever they quote. Empty if it gave none, or if the
   * failure is no refusal.
   */
  public final String serverMessage() {
    return serverMessage;
  }

  /** Kinds of failure, one for each thing that the caller does next. */
  public enum Kind {
    /** {@link InboxException.ReplyRefused}. */
    REPLY_REFUSED("ReplyRefused"),
    /** {@link InboxException.NotFound}. */
    NOT_FOUND("NotFound"),
    /** {@link InboxException.AuthenticationFailed}. */
    AUTHENTICATION_FAILED("AuthenticationFailed"),
    /** {@link InboxException.PermissionDenied}. */
    PERMISSION_DENIED("PermissionDenied"),
    /** {@link InboxException.Rejected}. */
    REJECTED("Rejected"),
    /** {@link InboxException.RateLimited}. */
    RATE_LIMITED("RateLimited"),
    /** {@link InboxException.Unavailable}. */
    UNAVAILABLE("Unavailable"),
    /** {@link InboxException.OutcomeUnknown}, and {@link InboxException.ChangeUnknown}. */
    OUTCOME_UNKNOWN("OutcomeUnknown"),
    /** {@link InboxException.UnreadableResponse}. */
    UNREADABLE_RESPONSE("UnreadableResponse");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name of the kind, such as {@code "RateLimited"}: stable, for scripts and people. */
    public String label() {
      return label;
    }
  }

  /** Returns the words as a sentence; empty if there are none. */
  private static String says(String serverMessage) {
    return serverMessage.isBlank() ? "" : " The server says: \"" + serverMessage + "\".";
  }

  /** Returns a time for people: rounded up to a second of the clock, except at the end of time. */
  private static Instant toTheSecond(Instant time) {
    long second = time.getEpochSecond();
    return Instant.ofEpochSecond(
        time.getNano() == 0 || second == Instant.MAX.getEpochSecond() ? second : second + 1);
  }

  /** A rule refuses the reply; nothing was sent. Change the draft or the item. */
  public static final class ReplyRefused extends InboxException {
    private final transient ReplyVerdict.Refused verdict;

    /** A refusal to reply to this conversation, with the verdict that {@code canReply} gives. */
    public ReplyRefused(ConversationId conversation, ReplyVerdict.Refused verdict) {
      super(
          Kind.REPLY_REFUSED,
          CallSubject.of(Operation.REPLY, Objects.requireNonNull(conversation, "conversation")),
          verdict.reasons().stream()
              .map(ReplyReason::describe)
              .collect(Collectors.joining(" ", "Cannot reply to " + conversation + ". ", "")),
          null);
      this.verdict = verdict;
    }

    /** The verdict, with every reason; null after deserialization. */
    public ReplyVerdict.Refused verdict() {
      return verdict;
    }
  }

  /**
   * There is no such conversation, or the key's owner cannot see it: check the id. Without a
   * conversation (list, me): the API is not at the base URL: check the URL.
   */
  public static final class NotFound extends InboxException {
    /**
     * Nothing was found for this call.
     *
     * @param conversation the conversation, or null if the call is about none
     */
    public NotFound(Operation operation, @Nullable ConversationId conversation) {
      this(operation, conversation, "");
    }

    /**
     * Nothing was found for this call.
     *
     * @param conversation the conversation, or null if the call is about none
     * @param serverMessage the server's words, without any text that was sent; may be empty
     */
    public NotFound(
        Operation operation, @Nullable ConversationId conversation, String serverMessage) {
      this(CallSubject.of(operation, conversation), serverMessage);
    }

    /**
     * Nothing was found for this call.
     *
     * @param serverMessage the server's words, without any text that was sent; may be empty
     */
    public NotFound(CallSubject subject, String serverMessage) {
      super(
          Kind.NOT_FOUND,
          subject,
          subject
              + (subject.id().isEmpty()
                  ? ": not found. The base URL is wrong: the API is not there."
                  : ": not found. The id is wrong, or the owner of the key cannot see the item.")
              + says(serverMessage),
          serverMessage,
          null);
    }
  }

  /**
   * The server does not accept the credentials. Check account id and key; trying again won't help.
   */
  public static final class AuthenticationFailed extends InboxException {
    /** The server answered this call with 401. */
    public AuthenticationFailed(Operation operation, @Nullable ConversationId conversation) {
      this(operation, conversation, "");
    }

    /**
     * The server answered this call with 401.
     *
     * @param serverMessage the server's words, without any text that was sent; may be empty
     */
    public AuthenticationFailed(
        Operation operation, @Nullable ConversationId conversation, String serverMessage) {
      this(CallSubject.of(operation, conversation), serverMessage);
    }

    /**
     * The server answered this call with 401.
     *
     * @param serverMessage the server's words, without any text that was sent; may be empty
     */
    public AuthenticationFailed(CallSubject subject, String serverMessage) {
      super(
          Kind.AUTHENTICATION_FAILED,
          subject,
          subject
              + ": the server does not accept the account id and API key. Check both."
              + says(serverMessage),
          serverMessage,
          null);
    }
  }

  /**
   * The server forbids the call. As a rule the owner of the key lacks the right: ask for it. The
   * server's words may name another reason. Trying again won't help.
   */
  public static final class PermissionDenied extends InboxException {
    /** The server answered this call with 403. */
    public PermissionDenied(Operation operation, @Nullable ConversationId conversation) {
      this(operation, conversation, "");
    }

    /**
     * The server answered this call with 403.
     *
     * @param serverMessage the server's words, without any text that was sent; may be empty
     */
    public PermissionDenied(
        Operation operation, @Nullable ConversationId conversation, String serverMessage) {
      this(CallSubject.of(operation, conversation), serverMessage);
    }

    /**
     * The server answered this call with 403.
     *
     * @param serverMessage the server's words, without any text that was sent; may be empty
     */
    public PermissionDenied(CallSubject subject, String serverMessage) {
      super(
          Kind.PERMISSION_DENIED,
          subject,
          subject
              + (serverMessage.isBlank()
                  ? ": the owner of the API key lacks the right. An administrator can grant it."
                  : ": the server forbids it."
                      + says(serverMessage)
                      + " If the owner of the API key lacks a right, an administrator can grant"
                      + " it."),
          serverMessage,
          null);
    }
  }

  /** The server understood the call and declined it; nothing was changed. Read its words. */
  public static final class Rejected extends InboxException {
    private final int status;

    /**
     * The server declined this call.
     *
     * @param status the HTTP status, or what a server would have answered
     * @param serverMessage the server's words, without any text that was sent
     */
    public Rejected(
        Operation operation,
        @Nullable ConversationId conversation,
        int status,
        String serverMessage) {
      this(CallSubject.of(operation, conversation), status, serverMessage);
    }

    /**
     * The server declined this call.
     *
     * @param status the HTTP status, or what a server would have answered
     * @param serverMessage the server's words, without any text that was sent
     */
    public Rejected(CallSubject subject, int status, String serverMessage) {
      super(
          Kind.REJECTED,
          subject,
          subject
              + ": the server declined ("
              + status
              + "): "
              + (serverMessage.isBlank() ? "it gave no reason." : serverMessage),
          serverMessage,
          null);
      this.status = status;
    }

    /** The HTTP status; 200 if only the body said that it failed. */
    public int status() {
      return status;
    }
  }

  /**
   * Too many calls. The vendor allows 60 a minute, 120 in 5 seconds and 20,000 a day per user,
   * counted until midnight UTC. A key that breaks a short limit is blocked for 15 minutes. Either
   * the server said so, or the gateway held the call back before sending it. Nothing happened; try
   * again at {@link #retryAt()}.
   */
  public static final class RateLimited extends InboxException {
    private final Instant retryAt;

    /** This call may be made again at this time at the earliest. */
    public RateLimited(
        Operation operation, @Nullable ConversationId conversation, Instant retryAt) {
      this(operation, conversation, retryAt, "");
    }

    /**
     * This call may be made again at this time at the earliest.
     *
     * @param serverMessage the server's words, without any text that was sent; may be empty
     */
    public RateLimited(
        Operation operation,
        @Nullable ConversationId conversation,
        Instant retryAt,
        String serverMessage) {
      this(CallSubject.of(operation, conversation), retryAt, serverMessage);
    }

    /**
     * This call may be made again at this time at the earliest.
     *
     * @param serverMessage the server's words, without any text that was sent; may be empty
     */
    public RateLimited(CallSubject subject, Instant retryAt, String serverMessage) {
      super(
          Kind.RATE_LIMITED,
          subject,
          subject
              + ": too many calls. Try again at "
              + toTheSecond(retryAt)
              + "."
              + says(serverMessage),
          serverMessage,
          null);
      this.retryAt = retryAt;
    }

    /** The earliest time to try again, UTC. */
    public Instant retryAt() {
      return retryAt;
    }
  }

  /** The server could not be reached or did not serve; nothing happened. Safe to try again. */
  public static final class Unavailable extends InboxException {
    private final @Nullable Instant retryAt;

    /**
     * The call did nothing.
     *
     * @param detail what went wrong, in words
     * @param retryAt when trying again makes sense, or null if it is not known
     */
    public Unavailable(
        Operation operation,
        @Nullable ConversationId conversation,
        String detail,
        @Nullable Instant retryAt,
        @Nullable Throwable cause) {
      this(CallSubject.of(operation, conversation), detail, retryAt, cause);
    }

    /**
     * The call did nothing.
     *
     * @param detail what went wrong, in words
     * @param retryAt when trying again makes sense, or null if it is not known
     */
    public Unavailable(
        CallSubject subject, String detail, @Nullable Instant retryAt, @Nullable Throwable cause) {
      super(
          Kind.UNAVAILABLE,
          subject,
          subject
              + ": "
              + Objects.requireNonNull(detail, "detail")
              + " Nothing happened; it is safe to try again"
              + (retryAt == null ? "." : " at " + toTheSecond(retryAt) + "."),
          cause);
      this.retryAt = retryAt;
    }

    /** Returns when trying again makes sense, UTC; empty if it is not known. */
    public Optional<Instant> retryAt() {
      return Optional.ofNullable(retryAt);
    }
  }

  /**
   * The write left, and no answer tells whether the server executed it. Do not just send it again:
   * {@code Inbox.reconcile} looks.
   */
  public static final class OutcomeUnknown extends InboxException {
    private final transient InboxWrite write;
    private final Instant attemptedAt;
    private final Instant endedAt;

    /**
     * The fate of this write is unknown, and the attempt ended as it began.
     *
     * @param attemptedAt when the write was about to leave, by the gateway's clock
     * @param detail what went wrong, in words
     */
    public OutcomeUnknown(
        InboxWrite write, Instant attemptedAt, String detail, @Nullable Throwable cause) {
      this(write, attemptedAt, attemptedAt, detail, cause);
    }

    /**
     * The fate of this write is unknown.
     *
     * @param attemptedAt when the write was about to leave, by the gateway's clock
     * @param endedAt when the gateway gave the attempt up, by the same clock
     * @param detail what went wrong, in words
     */
    public OutcomeUnknown(
        InboxWrite write,
        Instant attemptedAt,
        Instant endedAt,
        String detail,
        @Nullable Throwable cause) {
      super(
          Kind.OUTCOME_UNKNOWN,
          CallSubject.of(write.operation(), write.conversation()),
          CallSubject.of(write.operation(), write.conversation())
              + ": "
              + Objects.requireNonNull(detail, "detail")
              + " Whether the server executed it is unknown. Do not send it again before"
              + " Inbox.reconcile has looked.",
          cause);
      this.write = write;
      this.attemptedAt = Objects.requireNonNull(attemptedAt, "attemptedAt");
      this.endedAt = Objects.requireNonNull(endedAt, "endedAt");
    }

    /** The write, as it was asked for; null after deserialization. */
    public InboxWrite write() {
      return write;
    }

    /** Returns when the write was about to leave, by the gateway's clock, UTC. */
    public Instant attemptedAt() {
      return attemptedAt;
    }

    /** The time at which the gateway gave the attempt up, by its clock, UTC. */
    public Instant endedAt() {
      return endedAt;
    }
  }

  /**
   * The write to what stands beside conversations left, and no answer tells whether the server
   * executed it. Do not just send it again: read what it would have changed, and compare. It is a
   * type of its own, since {@code Inbox.reconcile} and an outbox know conversations only.
   */
  public static final class ChangeUnknown extends InboxException {
    private final transient AccountWrite write;
    private final Instant attemptedAt;
    private final Instant endedAt;

    /**
     * The fate of this write is unknown.
     *
     * @param attemptedAt when the write was about to leave, by the gateway's clock
     * @param endedAt when the gateway gave the attempt up, by the same clock
     * @param detail what went wrong, in words
     */
    public ChangeUnknown(
        AccountWrite write,
        Instant attemptedAt,
        Instant endedAt,
        String detail,
        @Nullable Throwable cause) {
      super(
          Kind.OUTCOME_UNKNOWN,
          write.subject(),
          write.subject()
              + ": "
              + Objects.requireNonNull(detail, "detail")
              + " Whether the server executed it is unknown. Do not send it again before you have"
              + " read what it would have changed.",
          cause);
      this.write = write;
      this.attemptedAt = Objects.requireNonNull(attemptedAt, "attemptedAt");
      this.endedAt = Objects.requireNonNull(endedAt, "endedAt");
    }

    /** The write, as it was asked for; null after deserialization. */
    public AccountWrite write() {
      return write;
    }

    /** Returns when the write was about to leave, by the gateway's clock, UTC. */
    public Instant attemptedAt() {
      return attemptedAt;
    }

    /** The time at which the gateway gave the attempt up, by its clock, UTC. */
    public Instant endedAt() {
      return endedAt;
    }
  }

  /**
   * The server's answer to a read cannot be read, or not be used for what was asked. The message
   * says why. If it does not say what to do, try again, and report it if it stays so.
   */
  public static final class UnreadableResponse extends InboxException {
    /**
     * The answer to this call is of no use.
     *
     * @param detail what is wrong with it, in words, without its content
     */
    public UnreadableResponse(
        Operation operation,
        @Nullable ConversationId conversation,
        String detail,
        @Nullable Throwable cause) {
      this(CallSubject.of(operation, conversation), detail, cause);
    }

    /**
     * The answer to this call is of no use.
     *
     * @param detail what is wrong with it, in words, without its content
     */
    public UnreadableResponse(CallSubject subject, String detail, @Nullable Throwable cause) {
      super(
          Kind.UNREADABLE_RESPONSE,
          subject,
          subject + ": the answer cannot be used. " + Objects.requireNonNull(detail, "detail"),
          cause);
    }
  }
}
