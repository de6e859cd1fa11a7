package io.inboxport.http;

import java.time.Clock;
import java.time.Duration;

/** Makes every call in one attempt. */
record OneAttempt(Clock clock, Duration deadline) implements CallRunner {
  @Override
  public <T> T make(ApiExchange<T> exchange) {
    return new CallAttempt<>(exchange, clock).run(deadline);
  }
}
