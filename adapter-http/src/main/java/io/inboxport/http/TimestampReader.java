package io.inboxport.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ways in which the API tells a time: {@code 2025-03-10 14:22:00} in some zone, Unix
 * seconds, and what servers in PHP write beside: ISO 8601 with an offset or a fraction, and
 * milliseconds. Fractions of a second are cut off.
 *
 * @param zone the zone of a time without one; the vendor says UTC in prose and shows none
 */
record TimestampReader(ZoneId zone) {
  /** Creates a reader of times in this zone. */
  TimestampReader {
    zone = zone.normalized();
  }

  private static final int ZONELESS = "2025-03-10 14:22:00".length();

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d{1,9})?"
              + "(Z|[+-]\\d\\d(?::?\\d\\d)?)?");

  private static final Pattern UNIX = Pattern.compile("(\\d{1,15})(?:\\.\\d{1,9})?");

  /** The date zero of databases, and the way in which PHP writes it with a month and a day. */
  private static final Pattern ZERO =
      Pattern.compile("0{1,15}(?:\\.0{1,9})?|(?:0000-|-0001-11-30).*");

  /** The first second of the year 1. */
  private static final long FIRST = -62_135_596_800L;

  /** The last second of the year 9999. */
  private static final long LAST = 253_402_300_799L;

  /** As seconds, so many would be after the year 9999. */
  private static final int DIGITS_OF_MILLISECONDS = 13;

  /**
   * Returns the instant, or null if the text says that there is none: it is blank, 0 or a zero
   * date.
   *
   * @throws DateTimeException when the text is something else
   */
  @Nullable Instant read(String text) {
    return read(text.toCharArray(), 0, text.length());
  }

  /** The same of a text in a buffer: pages hold hundreds of times, and need no string of each. */
  @Nullable Instant read(char[] text, int from, int length) {
    if (isDocumented(text, from, length)) {
      int year = 100 * two(text, from) + two(text, from + 2);
      if (year == 0) {
        return null; // The zero date, in all its variants.
      }
      return instant(
          LocalDate.of(year, two(text, from + 5), two(text, from + 8)),
          LocalTime.of(two(text, from + 11), two(text, from + 14), two(text, from + 17)),
          zone);
    }
    return other(new String(text, from, length).strip(), zone);
  }

  /**
   * Returns the instant that a text and the name of its zone tell together, as PHP writes its own
   * dates.
   *
   * @throws DateTimeException when one of them cannot be read
   */
  @Nullable Instant read(String text, String zoneName) {
    return other(text.strip(), zoneName.isBlank() ? zone : ZoneId.of(zoneName.strip()));
  }

  private static boolean isDocumented(char[] text, int from, int length) {
    if (length != ZONELESS) {
      return false;
    }
    for (int i = 0; i < ZONELESS; i++) {
      char c = text[from + i];
      boolean fits =
          switch (i) {
            case 4, 7 -> c == '-';
            case 10 -> c == ' ';
            case 13, 16 -> c == ':';
            default -> c >= '0' && c <= '9';
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Instant other(String text, ZoneId zone) {
    if (text.isEmpty() || ZERO.matcher(text).matches()) {
      return null;
    }
    var unix = UNIX.matcher(text);
    if (unix.matches()) {
      long number = Long.parseLong(unix.group(1));
      return checked(unix.group(1).length() < DIGITS_OF_MILLISECONDS ? number : number / 1000);
    }
    var iso = ISO.matcher(text);
    if (!iso.matches()) {
      throw new DateTimeException("no time");
    }
    var local = LocalDateTime.parse(iso.group(1) + "T" + iso.group(2));
    var offset = iso.group(3);
    return instant(
        local.toLocalDate(), local.toLocalTime(), offset == null ? zone : ZoneOffset.of(offset));
  }

  private static Instant instant(LocalDate date, LocalTime time, ZoneId zone) {
    // Nearly always it is UTC.
    return checked(
        zone instanceof ZoneOffset offset
            ? date.toEpochSecond(time, offset)
            : date.atTime(time).atZone(zone).toEpochSecond());
  }

  private static Instant checked(long seconds) {
    if (seconds < FIRST || seconds > LAST) {
      throw new DateTimeException("out of range");
    }
    return Instant.ofEpochSecond(seconds);
  }

  /** The number that two digits write. */
  private static int two(char[] text, int at) {
    return 10 * (text[at] - '0') + text[at + 1] - '0';
  }
}
