package io.inboxport.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header of that name. No source of the vendor mentions it; a proxy may send it. */
final class RetryAfter {
  /** Nothing here waits longer; it keeps absurd numbers out of the arithmetic. */
  private static final long LONGEST_SECONDS = Duration.ofDays(1).toSeconds();

  private RetryAfter() {}

  /** The time the header names, at most a day from now; null where it names none. */
  static @Nullable Instant read(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    var text = header.strip();
    var latest = now.plusSeconds(LONGEST_SECONDS);
    if (text.matches("[0-9]+")) {
      long seconds = text.length() > 6 ? LONGEST_SECONDS : Long.parseLong(text);
      return now.plusSeconds(Math.min(seconds, LONGEST_SECONDS));
    }
    try {
      var named = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return named.isBefore(now) ? now : named.isAfter(latest) ? latest : named;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
