package io.inboxport.inmemory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that goes where it is told to: stopped, or ticking along with the system's at a distance
 * from it. In UTC. Thread-safe.
 */
public final class SettableClock extends Clock {
  private final Clock base;
  private final AtomicReference<Duration> offset;

  private SettableClock(Clock base, AtomicReference<Duration> offset) {
    this.base = base;
    this.offset = offset;
  }

  /** A clock that stands still at this time. */
  public static SettableClock at(Instant instant) {
    return new SettableClock(
        Clock.fixed(Objects.requireNonNull(instant, "instant"), ZoneOffset.UTC),
        new AtomicReference<>(Duration.ZERO));
  }

  /** A clock that shows the system's time and ticks, until it is advanced or set, and after. */
  public static SettableClock ticking() {
    return new SettableClock(Clock.systemUTC(), new AtomicReference<>(Duration.ZERO));
  }

  /** Moves the clock forward by this much; back, where it is negative. */
  public void advance(Duration by) {
    offset.updateAndGet(now -> now.plus(by));
  }

  /** Sets the clock to this time; one that ticks goes on from there. */
  public void set(Instant instant) {
    offset.set(Duration.between(base.instant(), instant));
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset.get());
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  /** The same clock in another zone: setting either sets both. */
  @Override
  public SettableClock withZone(ZoneId zone) {
    return new SettableClock(base.withZone(zone), offset);
  }

  /** Names the time it shows. */
  @Override
  public String toString() {
    return "SettableClock[" + instant() + "]";
  }
}
