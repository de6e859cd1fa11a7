package io.inboxport.budget;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Time of one thread: parking moves it on, and the wall clock can be set apart from it. */
public final class SteppedTime implements MonotonicTime {
  public static final Instant START = Instant.parse("2026-03-10T14:22:00Z");

  // Close to the overflow of a long, as nothing promises that it starts at zero.
  private static final long ORIGIN = Long.MAX_VALUE - Duration.ofSeconds(30).toNanos();

  final List<Reservation> woken = new ArrayList<>();
  public final List<Duration> parks = new ArrayList<>();
  private long elapsed;
  private Instant wall = START;

  @Override
  public long nanos() {
    return ORIGIN + elapsed;
  }

  @Override
  public void park(long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    parks.add(Duration.ofNanos(nanos));
    pass(nanos);
  }

  @Override
  public void unpark(Thread thread) {
    // The only thread is running.
  }

  public void pass(Duration duration) {
    pass(duration.toNanos());
  }

  /** Time goes on, and the wall clock with it. */
  private void pass(long nanos) {
    elapsed += nanos;
    wall = wall.plusNanos(nanos);
  }

  public Duration elapsed() {
    return Duration.ofNanos(elapsed);
  }

  /** Sets the wall clock; time itself does not step. */
  public void setWall(Instant instant) {
    wall = instant;
  }

  public Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return wall;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }
}
