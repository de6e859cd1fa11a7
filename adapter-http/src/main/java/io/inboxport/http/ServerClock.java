package io.inboxport.http;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Measure of how far the server's clock is ahead of ours, by the {@code Date} of its answers.
 *
 * <p>The header names a second, and the answer travels: what both explain counts as no difference.
 * A difference that was measured stays until an answer contradicts it. Thread-safe.
 */
final class ServerClock implements Interceptor {
  private final Clock clock;
  private volatile String lastDate = "";
  private volatile Duration offset = Duration.ZERO;

  ServerClock(Clock clock) {
    this.clock = clock;
  }

  /** Returns how far the server's clock is ahead; zero if no difference was noticed. */
  Duration offset() {
    return offset;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    var askedAt = clock.instant();
    var response = chain.proceed(chain.request());
    var date = response.header("Date");
    // Many answers come within one second, and reading a date takes a while.
    if (date != null && !date.equals(lastDate)) {
      lastDate = date;
      compare(date, askedAt, clock.instant());
    }
    return response;
  }

  /** Takes the date of an answer that came between these times. */
  void compare(String date, Instant askedAt, Instant answeredAt) {
    try {
      var second = ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
      var least = Duration.between(answeredAt, second.toInstant());
      var most = Duration.between(askedAt, second.toInstant().plusSeconds(1));
      if (explains(least, most, offset)) {
        return; // A slow answer says little: what still explains it stays.
      }
      offset = explains(least, most, Duration.ZERO) ? Duration.ZERO : middle(least, most);
    } catch (DateTimeException | ArithmeticException e) {
      // No date: what was measured before still holds.
    }
  }

  private static boolean explains(Duration least, Duration most, Duration difference) {
    return least.compareTo(difference) <= 0 && difference.compareTo(most) <= 0;
  }

  private static Duration middle(Duration least, Duration most) {
    return least.plus(most.minus(least).dividedBy(2));
  }
}
