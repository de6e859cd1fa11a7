package io.inboxport.http;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Unavailable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongUnaryOperator;

/**
 * Policy of further attempts: after which failures a call is worth one, and how long to pause
 * before it. Full jitter, so any time up to 250 ms, then up to 500 ms, and so on up to 5 s. Drawing
 * from the whole range spreads out those who failed together.
 *
 * <p>Resilience4j decides and never waits: its own wait cannot be interrupted without losing the
 * flag, or driven by a virtual time.
 */
final class RetryPolicy {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** Draws any pause of a range, from 0 to all of it; both in milliseconds. */
  static final LongUnaryOperator EVENLY = range -> ThreadLocalRandom.current().nextLong(range + 1);

  private final Retry retry;
  private final LongUnaryOperator draw;

  RetryPolicy(int attempts) {
    this(attempts, EVENLY);
  }

  /** A policy whose pauses are drawn so. */
  RetryPolicy(int attempts, LongUnaryOperator draw) {
    this.draw = draw;
    retry =
        Retry.of(
            "inboxport",
            RetryConfig.custom()
                .maxAttempts(attempts)
                .retryOnException(e -> e instanceof Unavailable || e instanceof RateLimited)
                .intervalFunction(this::pause)
                .build());
  }

  /** The attempts of one call. */
  Retry.AsyncContext<Object> ofOneCall() {
    return retry.asyncContext();
  }

  private long pause(int attempts) {
    long range = FIRST.toMillis() << Math.min(attempts - 1, 10);
    return draw.applyAsLong(Math.min(range, LONGEST.toMillis()));
  }
}
