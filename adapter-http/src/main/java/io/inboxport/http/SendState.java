package io.inboxport.http;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * State of sending in one attempt: the request may have left or not. Travels as a tag of the
 * request; one for each attempt.
 */
final class SendState {
  private final LongSupplier nanos;
  private final AtomicBoolean left = new AtomicBoolean();
  private volatile long leftAt;
  private volatile @Nullable WatchedSocket socket;
  private volatile int answered;
  private volatile @Nullable String retryAfter;
  private volatile boolean dead;
  private volatile boolean unreachable;

  /** Begins an attempt whose times are those of this clock. */
  SendState(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Claims the only sending. Returns false for every claim but the first. */
  boolean claimDeparture() {
    if (!left.compareAndSet(false, true)) {
      return false;
    }
    leftAt = nanos.getAsLong();
    return true;
  }

  /** The time at which the request left; says nothing before. */
  long leftAt() {
    return leftAt;
  }

  /** Remembers the connection on which the request leaves. */
  void travelsOn(WatchedSocket newSocket) {
    socket = newSocket;
  }

  /**
   * Returns whether something had come when this side gave up, and was not read; or all of the
   * answer had.
   */
  boolean hadCome() {
    var last = socket;
    return last != null && (last.wasClosedUnread() || last.framing().isAtRest());
  }

  /** Remembers that an answer began, with this status. */
  void answered(int status) {
    answered = status;
  }

  /** Remembers that an answer began, with this status and this {@code Retry-After} or none. */
  void answered(int status, @Nullable String newRetryAfter) {
    answered = status;
    retryAfter = newRetryAfter;
  }

  /** The {@code Retry-After} of the answer; null if it has none. */
  @Nullable String retryAfter() {
    return retryAfter;
  }

  /** Remembers that the request met a connection that the server had hung up on. */
  void markDeadConnection() {
    dead = true;
  }

  /** Returns whether a dead connection ended it: that says nothing of the server. */
  boolean metDeadConnection() {
    return dead;
  }

  /** Remembers that the server itself could not be connected to. */
  void markServerUnreachable() {
    unreachable = true;
  }

  /** Returns whether the server saw the request, or could not be connected to. */
  boolean metServer() {
    return unreachable || mayHaveLeft();
  }

  /** The status of the answer that the request got; 0 if none began. */
  int answered() {
    return answered;
  }

  /** Returns whether a byte of the request may have reached the server. */
  boolean mayHaveLeft() {
    return left.get();
  }
}
