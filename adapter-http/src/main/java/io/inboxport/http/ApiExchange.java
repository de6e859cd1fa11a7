package io.inboxport.http;

import io.inboxport.budget.RequestKind;
import io.inboxport.call.AccountWrite;
import io.inboxport.call.CallSubject;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.AuthenticationFailed;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.PermissionDenied;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * One call of the port, before it is made: what to ask, how to read the answer, and which kind of
 * error an end without answer is. Immutable: it can be attempted more than once.
 *
 * @param subject which call of a port, and what it is about
 * @param fate makes the error of a write whose fate is unknown; null for a read
 * @param allowed asked whether the write may leave; null for a read, and if it may at any time
 * @param texts what people wrote, which must not come back out of an error message
 * @param secrets the key in every form it is sent in, which must not come back either
 * @param request makes a fresh request
 * @param payload collects what one answer holds
 * @param belongs tells whether an answer is about what was asked
 */
record ApiExchange<T>(
    CallSubject subject,
    @Nullable UnknownFate fate,
    @Nullable BooleanSupplier allowed,
    List<String> texts,
    List<String> secrets,
    Function<SendState, Call<ResponseBody>> request,
    Supplier<AnswerPayload<T>> payload,
    Predicate<T> belongs) {
  /**
   * The time for which the vendor blocks a key that broke the limit of a minute or of 5 seconds.
   */
  private static final Duration BLOCK = Duration.ofMinutes(15);

  static <T> ApiExchange<T> read(
      Operation operation,
      @Nullable ConversationId conversation,
      List<String> texts,
      Function<SendState, Call<ResponseBody>> request,
      Supplier<AnswerPayload<T>> payload) {
    return read(CallSubject.of(operation, conversation), texts, request, payload);
  }

  static <T> ApiExchange<T> read(
      CallSubject subject,
      List<String> texts,
      Function<SendState, Call<ResponseBody>> request,
      Supplier<AnswerPayload<T>> payload) {
    return new ApiExchange<>(subject, null, null, texts, List.of(), request, payload, any -> true);
  }

  static <T> ApiExchange<T> write(
      InboxWrite write,
      WriteForm form,
      Function<SendState, Call<ResponseBody>> request,
      Supplier<AnswerPayload<T>> payload) {
    var subject = CallSubject.of(write.operation(), write.conversation());
    return write(subject, UnknownFate.of(write), form, request, payload);
  }

  static <T> ApiExchange<T> write(
      AccountWrite write,
      WriteForm form,
      Function<SendState, Call<ResponseBody>> request,
      Supplier<AnswerPayload<T>> payload) {
    return write(write.subject(), UnknownFate.of(write), form, request, payload);
  }

  private static <T> ApiExchange<T> write(
      CallSubject subject,
      UnknownFate fate,
      WriteForm form,
      Function<SendState, Call<ResponseBody>> request,
      Supplier<AnswerPayload<T>> payload) {
    return new ApiExchange<>(
        subject, fate, null, form.texts(), List.of(), request, payload, any -> true);
  }

  Operation operation() {
    return subject.operation();
  }

  /** Returns whether it is a write. */
  boolean isWrite() {
    return fate != null;
  }

  /** The kind of its requests, for the budget. */
  RequestKind kind() {
    return operation().isWrite() ? RequestKind.WRITE : RequestKind.READ;
  }

  /** The same exchange, whose error messages hide these secrets. */
  ApiExchange<T> hiding(List<String> newSecrets) {
    return new ApiExchange<>(subject, fate, allowed, texts, newSecrets, request, payload, belongs);
  }

  /** The same exchange, which takes an answer only if it is about what was asked. */
  ApiExchange<T> answeredBy(Predicate<T> newBelongs) {
    return new ApiExchange<>(subject, fate, allowed, texts, secrets, request, payload, newBelongs);
  }

  /**
   * The same exchange, which asks before it leaves; a read does not ask.
   *
   * @param newAllowed null if it may leave at any time
   */
  ApiExchange<T> leavingOnlyIf(@Nullable BooleanSupplier newAllowed) {
    return newAllowed == null || fate == null
        ? this
        : new ApiExchange<>(subject, fate, newAllowed, texts, secrets, request, payload, belongs);
  }

  /** Returns whether it may leave now; asks each time. */
  boolean mayLeave() {
    return allowed == null || allowed.getAsBoolean();
  }

  /**
   * It may not leave any more, so nothing happened.
   *
   * @param cause how its last attempt ended; null if there was none, or it was this that ended it
   */
  InboxException refused(@Nullable InboxException cause) {
    return unavailable("The time in which it may leave is over.", null, cause);
  }

  /** Nothing happened. */
  InboxException unavailable(String detail, @Nullable Instant retryAt, @Nullable Throwable cause) {
    return new Unavailable(subject, detail, retryAt, cause);
  }

  /** The request left, and no answer came: for a read as good as nothing. */
  InboxException unanswered(
      AttemptSpan span, String detail, @Nullable Instant retryAt, @Nullable Throwable cause) {
    return fate == null ? unavailable(detail, retryAt, cause) : fate.of(span, detail, cause);
  }

  /** An answer of success came, without what was asked for. */
  InboxException incomplete(AttemptSpan span) {
    return unreadable(
        span,
        fate == null
            ? "What was asked for is missing or incomplete."
            : "The server says that it did it, but its answer lacks what was asked for, or a part"
                + " of it.");
  }

  /** An answer came that is about something else. */
  InboxException foreign(AttemptSpan span) {
    return unreadable(span, "It is about something else than what was asked.");
  }

  /** An answer came that cannot be read. */
  InboxException unreadable(AttemptSpan span, String detail) {
    return fate == null
        ? new UnreadableResponse(subject, detail, null)
        : fate.of(span, detail, null);
  }

  /** The server declined; nothing was changed. */
  InboxException rejected(int status, String words) {
    return new Rejected(subject, status, words);
  }

  /** The kind of error that an answer without success is. */
  InboxException failed(
      int status, String words, AttemptSpan span, @Nullable Instant retryAt, Instant now) {
    var said = "The server answered " + status + (words.isEmpty() ? "." : ": \"" + words + "\".");
    return switch (status) {
      case 401 -> new AuthenticationFailed(subject, words);
      case 403 -> new PermissionDenied(subject, words);
      case 404 -> new NotFound(subject, words);
      case 408 -> unanswered(span, said, retryAt, null);
      case 421 -> unavailable(said, retryAt, null);
      case 429 -> new RateLimited(subject, retryAt == null ? now.plus(BLOCK) : retryAt, words);
      default ->
          switch (status / 100) {
            case 4 -> rejected(status, words);
            case 5 -> unanswered(span, said, retryAt, null);
            default -> unreadable(span, said);
          };
    };
  }
}
