package io.inboxport.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets one request of an attempt onto the network, and no second one.
 *
 * <p>The innermost network interceptor: it runs when the connection stands, TLS included, and right
 * before the request is written. OkHttp repeats a request when a pooled connection turns out dead,
 * and on 408 and 503; an interceptor of the embedder may do so too, and may have replaced the
 * one-shot body. Whatever asks for a second departure, it ends here, unsent. So does a repeated
 * read, which the request budget would not have counted.
 *
 * <p>A write that asks whether it may leave asks here: nothing waits between the answer and the
 * first byte.
 */
final class SingleSendInterceptor implements Interceptor {
  private static final String A_DAY = Long.toString(Duration.ofDays(1).toSeconds());

  private final ConnectionPool pool;

  SingleSendInterceptor(ConnectionPool pool) {
    this.pool = pool;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    // The tag of the call as it was made: an interceptor may have built a request without it.
    var sending = chain.call().request().tag(SendState.class);
    if (sending != null && sending.mayHaveLeft()) {
      throw new HeldBack();
    }
    var connection = chain.connection();
    var socket =
        connection != null && connection.socket() instanceof WatchedSocket watched ? watched : null;
    boolean used = socket != null && socket.framing().isUsed();
    if (socket != null && !socket.isAtRest()) {
      // As with a dead one: rarely is it one alone.
      pool.evictAll();
      throw new UnfitConnection();
    }
    if (sending != null && !sending.claimDeparture()) {
      throw sending.wasRefused() ? new DepartureRefused() : new HeldBack();
    }
    if (sending != null && socket != null) {
      sending.travelsOn(socket);
    }
    try {
      var response = socket == null ? proceedAlone(chain) : proceedOn(socket, chain);
      if (sending != null) {
        sending.answered(response.code(), response.header("Retry-After"));
      }
      return withoutInvitation(response);
    } catch (IOException broken) {
      if (sending != null && used && hungUp(broken, chain.call())) {
        sending.markDeadConnection();
        // The server hangs up on idle connections, and rarely on one alone: each would cost a read
        // an attempt, and a write its outcome.
        pool.evictAll();
      }
      throw broken;
    }
  }

  private static Response proceedOn(WatchedSocket socket, Chain chain) throws IOException {
    socket.framing().expectAnswer();
    var response = chain.proceed(chain.request());
    if (socket.framing().isContradictory()) {
      // Not closed in good order: what leaves by an exception, OkHttp does not use again.
      throw new ContradictoryLength();
    }
    return response;
  }

  /** On a connection that cannot be watched, no other request follows. */
  private static Response proceedAlone(Chain chain) throws IOException {
    return chain.proceed(chain.request().newBuilder().header("Connection", "close").build());
  }

  /** Tells a hang-up from silence, and from a call that this side gave up. */
  private static boolean hungUp(IOException broken, Call call) {
    return !(broken instanceof InterruptedIOException)
        && !(broken instanceof ProtocolException)
        && !call.isCanceled()
        && !Thread.currentThread().isInterrupted();
  }

  /** A second request did not leave. Of this kind, OkHttp recovers by no other request either. */
  static final class HeldBack extends ProtocolException {
    HeldBack() {
      super("A second request of the same attempt was held back.");
    }
  }

  /** The request may not leave any more. Of this kind, OkHttp tries no other connection either. */
  static final class DepartureRefused extends ProtocolException {
    DepartureRefused() {
      super("The request may not leave any more.");
    }
  }

  /** A connection has something left on it: nothing was sent, and another one may do. */
  static final class UnfitConnection extends ProtocolException {
    UnfitConnection() {
      super("The connection has bytes left on it that no request asked for.");
    }
  }

  /** An answer gives two lengths, or one that is none: its end, and the next start, are unknown. */
  static final class ContradictoryLength extends ProtocolException {
    ContradictoryLength() {
      super("The answer contradicts itself about its length.");
    }
  }

  /**
   * OkHttp takes a 503 with "Retry-After: 0" as an invitation to repeat at once, closing the
   * answer, and fails on a number that exceeds an int: a day is as good.
   */
  private static Response withoutInvitation(Response response) {
    var after = response.header("Retry-After");
    if (after == null || (response.code() != 503 && response.code() != 408)) {
      return response;
    }
    var answer = response.newBuilder();
    return after.matches("0+")
        ? answer.removeHeader("Retry-After").build()
        : after.matches("[0-9]{9,}") ? answer.header("Retry-After", A_DAY).build() : response;
  }
}
