package io.inboxport.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.inboxport.budget.MonotonicTime;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The circuit breaker of one account at one server. Opens when at least half of the last 20
 * attempts, and no fewer than 10, found the server unavailable; what the server declines is none of
 * its business. After 10 seconds it lets 3 attempts try. Thread-safe, without a thread of its own.
 *
 * <p>An attempt from before it opened says nothing about whether it may close: by itself,
 * Resilience4j would count it among the three.
 */
final class AccountBreaker {
  private static final Duration OPEN = Duration.ofSeconds(10);

  private final MonotonicTime time;
  private final CircuitBreaker circuit;
  private final AtomicInteger openings = new AtomicInteger();
  private volatile long openUntil;
  private volatile @Nullable Throwable lastFailure;

  AccountBreaker(String name, MonotonicTime time) {
    this.time = time;
    this.circuit =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindow(20, 10, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(50)
                // Resilience4j waits for longer than this, not for as long as this.
                .waitDurationInOpenState(OPEN.minusMillis(1))
                .permittedNumberOfCallsInHalfOpenState(3)
                .clock(new MonotonicClock(time))
                .build());
  }

  /** Returns how long calls are refused from now on; zero when one may try. */
  Duration openFor() {
    // At most what is open at all: another thread may be about to set the time.
    long rest = Math.min(openUntil - time.nanos(), OPEN.toNanos());
    return circuit.getState() == State.OPEN && rest > 0 ? Duration.ofNanos(rest) : Duration.ZERO;
  }

  /** The failure that the server was last found unavailable by; null if there is none. */
  @Nullable Throwable lastFailure() {
    return lastFailure;
  }

  /**
   * Asks for an attempt now. Each {@link Trial} must be ended by exactly one of its methods.
   *
   * @return null if no attempt may be made
   */
  @Nullable Trial tryAcquire() {
    int opening = openings.get();
    return circuit.tryAcquirePermission() ? new Trial(opening) : null;
  }

  /** An attempt that was let through. */
  final class Trial {
    private final int opening;

    private Trial(int opening) {
      this.opening = opening;
    }

    /** The server answered, whatever it said. */
    void served() {
      record(() -> circuit.onSuccess(0, TimeUnit.NANOSECONDS));
    }

    /** The server did not answer, or could not serve. */
    void unavailable(Throwable failure) {
      lastFailure = failure;
      record(() -> circuit.onError(0, TimeUnit.NANOSECONDS, failure));
    }

    /** Nothing was learned about the server. */
    void undecided() {
      if (isOfNow()) {
        circuit.releasePermission();
      }
    }

    private boolean isOfNow() {
      return opening == openings.get();
    }

    // Not by listening to it: for a listener, the circuit makes an event of every call.
    private void record(Runnable result) {
      if (!isOfNow()) {
        return;
      }
      var before = circuit.getState();
      result.run();
      if (before != State.OPEN && circuit.getState() == State.OPEN) {
        openUntil = time.nanos() + OPEN.toNanos();
        openings.incrementAndGet();
      }
    }
  }
}
