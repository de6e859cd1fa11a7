package io.inboxport.budget;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Limits on one kind of requests: a minute, five seconds, and the day. Not thread-safe. */
final class RequestAllowance {
  private final SlidingWindow minute;
  private final SlidingWindow burst;
  private final DayCounter day;

  RequestAllowance(int perMinute, int perFiveSeconds, int perDay, Duration margin) {
    long nanos = margin.toNanos();
    this.minute = new SlidingWindow(perMinute, TimeUnit.MINUTES.toNanos(1) + nanos);
    this.burst = new SlidingWindow(perFiveSeconds, TimeUnit.SECONDS.toNanos(5) + nanos);
    this.day = new DayCounter(perDay, margin.toMillis());
  }

  void dropExpired(long now) {
    minute.dropExpired(now);
    burst.dropExpired(now);
  }

  boolean hasRoom(long millis) {
    return minute.hasRoom() && burst.hasRoom() && day.hasRoom(millis);
  }

  void take(long millis) {
    minute.take();
    burst.take();
    day.take(millis);
  }

  void giveBack(long taken) {
    minute.giveBack();
    burst.giveBack();
    day.giveBack(taken);
  }

  /**
   * Ends a request.
   *
   * @param grace how many nanoseconds from now the server may still count it
   */
  void answered(long now, long grace, long taken, long millis) {
    minute.answered(now, now + grace);
    burst.answered(now, now + grace);
    day.answered(taken, millis + TimeUnit.NANOSECONDS.toMillis(grace));
  }

  /** Returns when a request can leave at the earliest while others go before it. */
  long earliest(long now, long millis, int before) {
    long today = now + TimeUnit.MILLISECONDS.toNanos(day.untilRoom(millis, before));
    return later(today, later(minute.earliest(now, before), burst.earliest(now, before)));
  }

  boolean isUntouched(long millis) {
    return minute.isEmpty() && burst.isEmpty() && day.isEmpty(millis);
  }

  /** The later of two times; differences only, as monotonic time may overflow. */
  static long later(long one, long other) {
    return one - other > 0 ? one : other;
  }
}
