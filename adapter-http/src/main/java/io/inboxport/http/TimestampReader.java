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
record TimestampReader(ZoneId zone) {
  /** Creates a reader of times in this zone. */
  TimestampReader {
    zone = zone.normalized();
  }

  private static final int ZONELESS = "2025-03-10 14:22:00".length();

  /** The last second of the year 9999. */
  private static final long LAST = 253_402_300_799L;

  /**
   * Returns the instant, or null where the text tells none: empty, the zero date, and whatever is
   * documented nowhere.
   */
  @Nullable Instant read(String text) {
    return read(text.toCharArray(), 0, text.length());
  }

  /** The same of a text in a buffer: pages hold hundreds of times, and need no string of each. */
  @Nullable Instant read(char[] text, int from, int length) {
    try {
      return length == ZONELESS && text[from + 4] == '-'
          ? zoneless(text, from)
          : unix(text, from, length);
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private @Nullable Instant zoneless(char[] text, int from) {
    if (text[from + 7] != '-'
        || text[from + 10] != ' '
        || text[from + 13] != ':'
        || text[from + 16] != ':') {
      throw new DateTimeException("not a zoneless time");
    }
    int year = 100 * two(text, from) + two(text, from + 2);
    if (year == 0) {
      return null; // The zero date, in all its variants.
    }
    var date = LocalDate.of(year, two(text, from + 5), two(text, from + 8));
    var time = LocalTime.of(two(text, from + 11), two(text, from + 14), two(text, from + 17));
    // Nearly always it is UTC.
    return zone instanceof ZoneOffset offset
        ? Instant.ofEpochSecond(date.toEpochSecond(time, offset))
        : date.atTime(time).atZone(zone).toInstant();
  }

  private static @Nullable Instant unix(char[] text, int from, int length) {
    if (length == 0 || length > 12) {
      return null;
    }
    long seconds = 0;
    for (int i = from; i < from + length; i++) {
      seconds = 10 * seconds + digit(text[i]);
    }
    return seconds == 0 || seconds > LAST ? null : Instant.ofEpochSecond(seconds);
  }

  /** The number that two digits write. */
  private static int two(char[] text, int at) {
    return 10 * digit(text[at]) + digit(text[at + 1]);
  }

  private static int digit(char c) {
    int digit = c - '0';
    if (digit < 0 || digit > 9) {
      throw new NumberFormatException("not a digit");
    }
    return digit;
  }
}
