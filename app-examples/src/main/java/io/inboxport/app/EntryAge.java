package io.inboxport.app;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Age of entries of an outbox, as it is typed.
 *
 * @param length the age
 */
record EntryAge(Duration length) {
  private static final Pattern AGE = Pattern.compile("(\\d{1,5})\\s*([dhm])");

  /**
   * Reads an age.
   *
   * @throws IllegalArgumentException when it is none
   */
  static EntryAge of(String typed) {
    var parts = AGE.matcher(typed.strip().toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new IllegalArgumentException("\"" + typed + "\" is no age: write 30d, 12h or 90m.");
    }
    long number = Long.parseLong(parts.group(1));
    return new EntryAge(
        switch (parts.group(2)) {
          case "d" -> Duration.ofDays(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofMinutes(number);
        });
  }
}
