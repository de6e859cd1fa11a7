package io.inboxport.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the time of an event: Unix seconds or milliseconds, as a number or a text; or a date
 * with a time, in UTC unless it says otherwise. Fractions of a second are cut off.
 */
final class EventTime {
  /** As seconds, so many digits would be after the year 9999. */
  private static final int DIGITS_OF_MILLISECONDS = 13;

  private static final int MOST_DIGITS = 15;

  /** The last second of the year 9999. */
  private static final long LAST = 253_402_300_799L;

  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private EventTime() {}

  /** Returns the time, or null if the text tells none. */
  static @Nullable Instant read(String text) {
    var stripped = text.strip();
    int digits = digits(stripped);
    if (digits == stripped.length() || (digits > 0 && stripped.charAt(digits) == '.')) {
      return unix(stripped.substring(0, digits));
    }
    try {
      return date(stripped);
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  private static int digits(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    return digits;
  }

  private static @Nullable Instant unix(String digits) {
    if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
      return null;
    }
    long number = Long.parseLong(digits);
    return checked(digits.length() < DIGITS_OF_MILLISECONDS ? number : number / 1000);
  }

  private static @Nullable Instant date(String text) {
    var parsed = DATE.parseBest(text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
    return checked(
        parsed instanceof OffsetDateTime time
            ? time.toEpochSecond()
            : ((LocalDateTime) parsed).toEpochSecond(ZoneOffset.UTC));
  }

  /** The instant of a second after 1970 and before the year 10000; the zero dates are none. */
  private static @Nullable Instant checked(long seconds) {
    return seconds <= 0 || seconds > LAST ? null : Instant.ofEpochSecond(seconds);
  }
}
