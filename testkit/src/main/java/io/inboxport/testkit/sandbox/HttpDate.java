package io.inboxport.testkit.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Writes a time as the header {@code Date} has it. It is our own since the JDK's formatter loads
 * the words of all locales, which takes a tenth of a start.
 */
final class HttpDate {
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private HttpDate() {}

  static String of(Instant instant) {
    var time = instant.atOffset(ZoneOffset.UTC);
    return DAYS.get(time.getDayOfWeek().ordinal())
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
