package io.inboxport.http;

import io.inboxport.budget.MonotonicTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Monotonic time for who asks for a clock; its instants mean nothing but their differences. */
final class MonotonicClock extends Clock {
  private final MonotonicTime time;
  private final long origin;

  MonotonicClock(MonotonicTime time) {
    this.time = time;
    this.origin = time.nanos();
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(time.nanos() - origin);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
