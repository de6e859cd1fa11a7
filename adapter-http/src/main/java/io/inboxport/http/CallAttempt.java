package io.inboxport.http;

import io.inboxport.call.InboxException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * One attempt of a call: sends at most one request, and ends in a value or in one of the kinds of
 * {@link InboxException}, never in anything else. For one use.
 */
final class CallAttempt<T> {
  private static final String BROKEN = "The connection broke before a whole answer came";

  private final ApiExchange<T> exchange;
  private final Clock clock;
  private final SendState sending;
  private int status;
  private boolean late;
  private boolean broken;

  CallAttempt(ApiExchange<T> exchange, Clock clock) {
    this(exchange, clock, System::nanoTime);
  }

  /** Begins an attempt whose departure has the time that this clock tells, in nanoseconds. */
  CallAttempt(ApiExchange<T> exchange, Clock clock, LongSupplier nanos) {
    this.exchange = exchange;
    this.clock = clock;
    this.sending = new SendState(nanos, exchange.allowed());
  }

  /** The HTTP status that came back; 0 if none did. */
  int status() {
    // An answer that breaks off on its way to here has one as well.
    return status == 0 ? sending.answered() : status;
  }

  /**
   * Returns whether a connection that was dead before ended it: that says nothing of the server.
   */
  boolean metDeadConnection() {
    return status == 0 && sending.metDeadConnection();
  }

  /** Returns whether the server may have seen the request. */
  boolean mayHaveLeft() {
    return sending.mayHaveLeft();
  }

  /** Returns whether the request was not allowed to leave: nothing left. */
  boolean wasRefused() {
    return sending.wasRefused();
  }

  /** Returns whether the request left and no answer began: the server may count it later. */
  boolean isUnanswered() {
    return mayHaveLeft() && sending.answered() == 0;
  }

  /** Returns whether the server saw the request, or could not be connected to. */
  boolean metServer() {
    return sending.metServer();
  }

  /**
   * Returns whether no whole answer came, and nothing but the network explains it: an interceptor
   * or listener that throws says nothing of the server.
   */
  boolean brokeOff() {
    return broken;
  }

  /** Returns whether its time was over. */
  boolean ranOutOfTime() {
    return late;
  }

  /** The time at which the request left; says nothing before. */
  long leftAt() {
    return sending.leftAt();
  }

  /** Returns whether the answer had come, or a part of it that this side did not read in time. */
  boolean leftAnswerBehind() {
    return sending.hadCome();
  }

  /**
   * Makes the attempt.
   *
   * @param timeLeft how long it may take, from looking up the host to the last byte of the body
   */
  T run(Duration timeLeft) {
    var startedAt = clock.instant();
    try {
      var call = exchange.request().apply(sending);
      call.timeout().timeout(Math.max(1, timeLeft.toNanos()), TimeUnit.NANOSECONDS);
      var response = call.execute();
      if (wasRefused()) {
        // An interceptor made up an answer instead.
        close(response);
        throw exchange.refused(null);
      }
      status = response.code();
      if (isWriteUnderWay() && sending.answered() == 0) {
        close(response);
        throw exchange.unanswered(
            since(startedAt), "An interceptor answered in place of the server.", null, null);
      }
      if (response.isSuccessful()) {
        return success(response, startedAt);
      }
      throw failure(response, startedAt);
    } catch (InboxException e) {
      throw e;
    } catch (SingleSendInterceptor.HeldBack e) {
      // What came before the repetition that something wanted is how the attempt ended.
      status = sending.answered();
      broken = status == 0;
      throw status == 0
          ? exchange.unanswered(since(startedAt), BROKEN + ".", null, null)
          : exchange.failed(
              status,
              "",
              since(startedAt),
              RetryAfter.read(sending.retryAfter(), clock.instant()),
              clock.instant());
    } catch (SingleSendInterceptor.UnfitConnection e) {
      throw exchange.unavailable(
          "Every connection at hand has bytes on it that no request asked for.", null, null);
    } catch (ResponseSizeInterceptor.TooLarge e) {
      throw exchange.unreadable(since(startedAt), e.getMessage());
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        // OkHttp lets it out undeclared when the thread is interrupted while a connection is made.
        Thread.currentThread().interrupt();
      }
      throw broken(e, startedAt);
    } catch (Error error) {
      if (isWriteUnderWay()) {
        var what = "It was cut off on this side (" + error.getClass().getSimpleName() + ").";
        throw exchange.unanswered(since(startedAt), what, null, error);
      }
      throw error;
    }
  }

  /** Closes the body; the raw response has none, and says so by an exception. */
  private static void close(Response<ResponseBody> response) {
    var body = response.isSuccessful() ? response.body() : response.errorBody();
    if (body != null) {
      body.close();
    }
  }

  private boolean isWriteUnderWay() {
    return exchange.isWrite() && mayHaveLeft();
  }

  private T success(Response<ResponseBody> response, Instant startedAt) throws IOException {
    byte[] body = bytes(response.body());
    Envelope<T> envelope;
    try {
      envelope = Envelope.open(body, exchange.payload());
    } catch (IOException | RuntimeException e) {
      // Without its cause, whose message quotes the answer.
      var what =
          EmbeddedAnswer.isBehindHtml(body)
              ? "It is HTML, or has HTML before the answer"
              : "It is not JSON, or cut short";
      throw exchange.unreadable(since(startedAt), what + " (" + body.length + " bytes).");
    }
    if (Boolean.FALSE.equals(envelope.result())) {
      throw exchange.rejected(
          response.code(), ServerWords.of(envelope.words(), exchange.texts(), exchange.secrets()));
    }
    if (envelope.result() == null) {
      throw exchange.unreadable(since(startedAt), "It does not say whether the call succeeded.");
    }
    if (exchange.isWrite() && envelope.hasErrors()) {
      var words = ServerWords.of(envelope.words(), exchange.texts(), exchange.secrets());
      throw exchange.unreadable(
          since(startedAt), "It says that it succeeded, and beside it: \"" + words + "\".");
    }
    if (envelope.value() == null) {
      throw exchange.incomplete(since(startedAt));
    }
    if (!exchange.belongs().test(envelope.value())) {
      throw exchange.foreign(since(startedAt));
    }
    return envelope.value();
  }

  private AttemptSpan since(Instant startedAt) {
    return new AttemptSpan(startedAt, clock.instant());
  }

  private InboxException failure(Response<ResponseBody> response, Instant startedAt)
      throws IOException {
    var words = ServerWords.in(bytes(response.errorBody()), exchange.texts(), exchange.secrets());
    var retryAt = RetryAfter.read(response.headers().get("Retry-After"), clock.instant());
    if (status >= 500 && !mayHaveLeft()) {
      return exchange.unavailable(
          "An interceptor answered " + status + " in place of the server.", retryAt, null);
    }
    return exchange.failed(response.code(), words, since(startedAt), retryAt, clock.instant());
  }

  private static byte[] bytes(@Nullable ResponseBody body) throws IOException {
    try (body) {
      return body == null ? new byte[0] : body.bytes();
    }
  }

  /** Returns whether its message quotes what the server sent, which may be a text of a customer. */
  private static boolean quotes(Throwable e) {
    return e instanceof ProtocolException
        || e instanceof EOFException
        || e instanceof NumberFormatException
        || (e.getCause() != null && quotes(e.getCause()))
        || Arrays.stream(e.getSuppressed()).anyMatch(CallAttempt::quotes);
  }

  private InboxException broken(Exception e, Instant startedAt) {
    if (wasRefused()) {
      return exchange.refused(null);
    }
    var cause = quotes(e) ? null : e;
    var what = " (" + e.getClass().getSimpleName() + ").";
    broken = e instanceof IOException;
    late = e instanceof InterruptedIOException && !Thread.currentThread().isInterrupted();
    return mayHaveLeft()
        ? exchange.unanswered(
            since(startedAt), (late ? "No answer came in time" : BROKEN) + what, null, cause)
        : exchange.unavailable(
            "The server cannot be reached" + (late ? " in time" : "") + what, null, cause);
  }
}
