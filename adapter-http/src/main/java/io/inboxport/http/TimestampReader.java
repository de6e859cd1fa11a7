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
    if (length == ZONELESS && hasDocumentedMarks(text, from)) {
      int century = two(text, from);
      int year = two(text, from + 2);
      int month = two(text, from + 5);
      int day = two(text, from + 8);
      int hour = two(text, from + 11);
      int minute = two(text, from + 14);
      int second = two(text, from + 17);
      if ((century | year | month | day | hour | minute | second) >= 0) {
        // The zero date, in all its variants, is none.
        return century == 0 && year == 0
            ? null
            : instant(
                LocalDate.of(100 * century + year, month, day),
                LocalTime.of(hour, minute, second),
                zone);
      }
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

  private static boolean hasDocumentedMarks(char[] text, int from) {
    return text[from + 4] == '-'
        && text[from + 7] == '-'
        && text[from + 10] == ' '
        && text[from + 13] == ':'
        && text[from + 16] == ':';
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

  /** The number that two digits write; negative if they are none. */
  private static int two(char[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -1 : 10 * tens + ones;
  }
}
