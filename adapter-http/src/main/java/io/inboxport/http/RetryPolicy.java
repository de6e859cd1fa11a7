package io.inboxport.http;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Unavailable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * After which failures a call is worth another attempt, and how long to pause: full jitter, so any
 * time up to 250 ms, then up to 500 ms, and so on up to 5 s. Drawing from the whole range spreads
 * out those who failed together.
 *
 * <p>Resilience4j decides and never waits: its own wait cannot be interrupted without losing the
 * flag, or driven by a virtual time.
 */
final class RetryPolicy {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Retry retry;

  RetryPolicy(int attempts) {
    retry =
        Retry.of(
            "inboxport",
            RetryConfig.custom()
                .maxAttempts(attempts)
                .retryOnException(e -> e instanceof Unavailable || e instanceof RateLimited)
                .intervalFunction(RetryPolicy::pause)
                .build());
  }

  /** The attempts of one call. */
  Retry.AsyncContext<Object> ofOneCall() {
    return retry.asyncContext();
  }

  private static long pause(int attempts) {
    long range = FIRST.toMillis() << Math.min(attempts - 1, 10);
    return ThreadLocalRandom.current().nextLong(Math.min(range, LONGEST.toMillis()) + 1);
  }
}
