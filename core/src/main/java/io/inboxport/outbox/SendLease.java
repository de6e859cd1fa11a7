package io.inboxport.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Lease on sending one write, measured by the process that got it. It began before the store was
 * asked, so it ends before the store's does. A process that was frozen for longer finds it over.
 */
final class SendLease implements BooleanSupplier {
  private final Clock clock;
  private final LongSupplier nanos;
  private final Duration length;
  private final Instant begunAt;
  private final long begunAtNanos;

  SendLease(Clock clock, LongSupplier nanos, Duration length) {
    this.clock = clock;
    this.nanos = nanos;
    this.length = length;
    this.begunAt = clock.instant();
    this.begunAtNanos = nanos.getAsLong();
  }

  /** Returns whether the write may leave now: the lease is not over by either clock. */
  @Override
  public boolean getAsBoolean() {
    // A suspended machine may stop one of them, and an operator may set the other one back.
    return nanos.getAsLong() - begunAtNanos < length.toNanos()
        && Duration.between(begunAt, clock.instant()).compareTo(length) < 0;
  }
}
