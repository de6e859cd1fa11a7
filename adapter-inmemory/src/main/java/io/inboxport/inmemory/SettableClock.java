package io.inboxport.inmemory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Clock for tests that is set by hand: stopped, or ticking along with the system's at a distance
 * from it. In UTC. Thread-safe.
 */
public final class SettableClock extends Clock {
  /** The first moment of the year 0000; to parse it would cost every first clock milliseconds. */
  private static final Instant EARLIEST = Instant.ofEpochSecond(-62_167_219_200L);

  private static final Instant TOO_LATE = EARLIEST.plus(Duration.ofDays(3_652_425));
  private static final Duration FARTHEST = Duration.between(EARLIEST, TOO_LATE);

  private final Clock base;
  private final AtomicReference<Duration> offset;

  private SettableClock(Clock base, AtomicReference<Duration> offset) {
    this.base = base;
    this.offset = offset;
  }

  /** Returns a clock that stands still at this time. */
  public static SettableClock at(Instant instant) {
    return new SettableClock(
        Clock.fixed(Objects.requireNonNull(instant, "instant"), ZoneOffset.UTC),
        new AtomicReference<>(Duration.ZERO));
  }

  /**
   * Returns a clock that ticks, and shows the system's time until it is advanced or set; it goes on
   * ticking from there.
   */
  public static SettableClock ticking() {
    return new SettableClock(Clock.systemUTC(), new AtomicReference<>(Duration.ZERO));
  }

  /**
   * Moves the clock forward by this much; back if it is negative.
   *
   * @throws IllegalArgumentException when it would leave the years 0000 to 9999
   */
  public void advance(Duration by) {
    var now = base.instant();
    offset.updateAndGet(was -> Duration.between(now, later(now.plus(was), by)));
  }

  /**
   * Sets the clock to this time; one that ticks goes on from there.
   *
   * @throws IllegalArgumentException when it is outside the years 0000 to 9999
   */
  public void set(Instant instant) {
    offset.set(Duration.between(base.instant(), shown(instant)));
  }

  private static Instant later(Instant now, Duration by) {
    if (by.abs().compareTo(FARTHEST) > 0) {
      throw new IllegalArgumentException("A clock cannot move by " + by + ": give less.");
    }
    return shown(now.plus(by));
  }

  private static Instant shown(Instant instant) {
    if (instant.isBefore(EARLIEST) || !instant.isBefore(TOO_LATE)) {
      throw new IllegalArgumentException(
          "The clock would show " + instant + ": give a time of the years 0000 to 9999.");
    }
    return instant;
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset.get());
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  /** Returns the same clock in another zone: setting either sets both. */
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
