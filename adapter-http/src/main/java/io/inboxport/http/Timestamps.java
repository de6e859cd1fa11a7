package io.inboxport.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads the three ways in which the API tells a time: {@code 2025-03-10 14:22:00} in some zone,
 * Unix seconds as a number, and Unix seconds as a text.
 *
 * @param zone the zone of a time without one; the vendor says UTC in prose and shows none
 */
record Timestamps(ZoneId zone) {
  /** Creates a reader of times in this zone. */
  Timestamps {
    zone = zone.normalized();
  }

  private static final int ZONELESS = "2025-03-10 14:22:00".length();

  /** The last second of the year 9999. */
  private static final long LAST = 253_402_300_799L;

  /**
   * Returns the instant, or null where the text tells none: empty, the zero date, and whatever
   * nobody documents.
   */
  @Nullable Instant read(String text) {
    try {
      return text.length() == ZONELESS && text.charAt(4) == '-' ? zoneless(text) : unix(text);
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private @Nullable Instant zoneless(String text) {
    if (text.charAt(7) != '-'
        || text.charAt(10) != ' '
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      throw new DateTimeException("not a zoneless time");
    }
    if (text.startsWith("0000")) {
      return null; // The zero date, in all its variants.
    }
    var date = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
    var time = LocalTime.of(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19));
    // Pages hold hundreds of times, nearly always in UTC.
    return zone instanceof ZoneOffset offset
        ? Instant.ofEpochSecond(date.toEpochSecond(time, offset))
        : date.atTime(time).atZone(zone).toInstant();
  }

  private static @Nullable Instant unix(String text) {
    if (text.isEmpty() || text.length() > 12) {
      return null;
    }
    long seconds = 0;
    for (int i = 0; i < text.length(); i++) {
      seconds = 10 * seconds + digit(text, i);
    }
    return seconds == 0 || seconds > LAST ? null : Instant.ofEpochSecond(seconds);
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = 10 * value + digit(text, i);
    }
    return value;
  }

  private static int digit(String text, int at) {
    int digit = text.charAt(at) - '0';
    if (digit < 0 || digit > 9) {
      throw new NumberFormatException("not a digit");
    }
    return digit;
  }
}
