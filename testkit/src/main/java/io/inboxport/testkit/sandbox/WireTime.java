package io.inboxport.testkit.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Writes times as they go over the wire. It is our own since the JDK's formatter loads the words of
 * all locales, and the first answer has a limit in docs/performance.md.
 */
final class WireTime {
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private WireTime() {}

  /** Returns a time as the vendor's samples have it: {@code 2025-03-10 14:22:00}, in UTC. */
  static String vendor(Instant instant) {
    var time = instant.atOffset(ZoneOffset.UTC);
    return time.toLocalDate()
        + (" " + two(time.getHour()))
        + (":" + two(time.getMinute()))
        + (":" + two(time.getSecond()));
  }

  /** Returns a time as the header {@code Date} has it. */
  static String header(Instant instant) {
    var time = instant.atOffset(ZoneOffset.UTC);
    return DAYS.get(time.getDayOfWeek().getValue() - 1)
        + (", " + two(time.getDayOfMonth()))
        + (" " + MONTHS.get(time.getMonthValue() - 1))
        + (" " + time.getYear())
        + (" " + two(time.getHour()))
        + (":" + two(time.getMinute()))
        + (":" + two(time.getSecond()))
        + " GMT";
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
