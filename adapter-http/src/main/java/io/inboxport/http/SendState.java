package io.inboxport.http;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * State of sending in one attempt: the request may have left, may not leave, or is still here.
 * Travels as a tag of the request; one for each attempt.
 */
final class SendState {
  private final LongSupplier nanos;
  private final @Nullable BooleanSupplier allowed;
  private final AtomicReference<Departure> departure = new AtomicReference<>(Departure.AHEAD);
  private volatile long leftAt;
  private volatile @Nullable WatchedSocket socket;
  private volatile int answered;
  private volatile @Nullable String retryAfter;
  private volatile boolean dead;
  private volatile boolean unreachable;

  private enum Departure {
    AHEAD,
    BEGUN,
    REFUSED
  }

  /**
   * Begins an attempt.
   *
   * @param nanos the clock that its times are those of
   * @param allowed asked whether the request may leave; null if it may at any time
   */
  SendState(LongSupplier nanos, @Nullable BooleanSupplier allowed) {
    this.nanos = nanos;
    this.allowed = allowed;
  }

  /**
   * Claims the only sending, and asks whether the request may leave. Returns false for every claim
   * but the first, and for that one if it may not.
   */
  boolean claimDeparture() {
    if (!departure.compareAndSet(Departure.AHEAD, Departure.BEGUN)) {
      return false;
    }
    if (allowed != null && !ask(allowed)) {
      return false;
    }
    leftAt = nanos.getAsLong();
    return true;
  }

  private boolean ask(BooleanSupplier question) {
    boolean yes = false;
    try {
      yes = question.getAsBoolean();
      return yes;
    } finally {
      // Also when it throws: nothing has left, and nothing may.
      if (!yes) {
        departure.set(Departure.REFUSED);
      }
    }
  }

  /** Returns whether the request was ready to leave and was not allowed to. It never leaves. */
  boolean wasRefused() {
    return departure.get() == Departure.REFUSED;
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
    return departure.get() == Departure.BEGUN;
  }
}
