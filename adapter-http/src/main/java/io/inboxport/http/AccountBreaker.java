package io.inboxport.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.inboxport.budget.MonotonicTime;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The circuit breaker of one account at one server. Opens when at least half of the last 20
 * attempts, and no fewer than 10, found the server unavailable; what the server declines is none of
 * its business. After 10 seconds it lets 3 attempts try. Thread-safe, without a thread of its own.
 */
final class AccountBreaker {
  private static final Duration OPEN = Duration.ofSeconds(10);

  private final MonotonicTime time;
  private final CircuitBreaker circuit;
  private volatile long openUntil;

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

  /** How long calls are refused from now on; zero when one may try. */
  Duration openFor() {
    long rest = openUntil - time.nanos();
    return circuit.getState() == State.OPEN && rest > 0 ? Duration.ofNanos(rest) : Duration.ZERO;
  }

  /**
   * Whether an attempt may be made now. Each one that may must be followed by exactly one of {@link
   * #served}, {@link #unavailable} and {@link #undecided}.
   */
  boolean tryAcquire() {
    return circuit.tryAcquirePermission();
  }

  /** The server answered, whatever it said. */
  void served() {
    var before = circuit.getState();
    circuit.onSuccess(0, TimeUnit.NANOSECONDS);
    noteOpening(before);
  }

  /** The server did not answer, or could not serve. */
  void unavailable(Throwable failure) {
    var before = circuit.getState();
    circuit.onError(0, TimeUnit.NANOSECONDS, failure);
    noteOpening(before);
  }

  // Not by listening to it: for a listener, the circuit makes an event of every call.
  private void noteOpening(State before) {
    if (before != State.OPEN && circuit.getState() == State.OPEN) {
      openUntil = time.nanos() + OPEN.toNanos();
    }
  }

  /** Nothing was learned about the server. */
  void undecided() {
    circuit.releasePermission();
  }
}
