package io.inboxport.http;

import java.time.Clock;
import java.time.Duration;

/** Makes every call in one attempt. */
record OneAttempt(Clock clock, Duration deadline) implements Calls {
  @Override
  public <T> T make(Exchange<T> exchange) {
    return new Attempt<>(exchange, clock).run(deadline);
  }
}
