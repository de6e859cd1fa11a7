package io.inboxport.http;

import java.time.Clock;
import java.time.Duration;

/** How calls are made: the one place between a call of the port and the attempts it takes. */
final class Calls {
  private final Clock clock;
  private final Duration deadline;

  Calls(Clock clock, Duration deadline) {
    this.clock = clock;
    this.deadline = deadline;
  }

  /** Makes a call. */
  <T> T make(Exchange<T> exchange) {
    return new Attempt<>(exchange, clock).run(deadline);
  }
}
