package io.inboxport.budget.shared;

import java.util.concurrent.TimeUnit;

/** Breaker between a process and its store: after a failure, nothing is tried for a second. */
final class StoreHealth {
  /** The time for which nothing is tried after the store has failed. */
  static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private boolean down;
  private long downUntil;
  private boolean failing;
  private int failures;
  private Throwable lastFailure = new IllegalStateException("The store was not asked yet.");

  boolean isDown(long now) {
    return down && now - downUntil < 0;
  }

  /** Returns when the store is tried again. */
  long downUntil() {
    return downUntil;
  }

  Throwable lastFailure() {
    return lastFailure;
  }

  /** Counts a failure, and returns whether it is the first one in a row. */
  boolean isFirstFailure() {
    failures++;
    return failures == 1;
  }

  /** Returns whether the store has not answered since its last failure. */
  boolean isFailing() {
    return failing;
  }

  void fail(Throwable cause, long now) {
    lastFailure = cause;
    failing = true;
    stayDown(now);
  }

  void stayDown(long now) {
    down = true;
    downUntil = now + PAUSE;
  }

  void recover() {
    down = false;
    failing = false;
    failures = 0;
  }
}
