package io.inboxport.http;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads a count as servers write it: as digits, with a fraction of zero, or with separators. */
final class CountReader {
  private static final Pattern COUNT =
      Pattern.compile("\\d{1,19}(?:\\.\\d{1,9})?(?:[eE]\\+?\\d{1,2})?");
  private static final Pattern GROUPED =
      Pattern.compile(
          "\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:['\u2019 \u00a0\u202f]\\d{3})+|\\d{1,3}(?:\\.\\d{3}){2,}");
  private static final Pattern SEPARATOR = Pattern.compile("\\D");
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private CountReader() {}

  /** Returns the count, or empty if the text is none that makes sense. */
  static OptionalLong read(String written) {
    var text = written.strip();
    if (GROUPED.matcher(text).matches()) {
      text = SEPARATOR.matcher(text).replaceAll("");
    }
    if (!COUNT.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    // COUNT keeps it short: written out, 1e999999999 would take all memory.
    var number = new BigDecimal(text);
    return number.signum() < 0 || number.compareTo(MOST) > 0 || !isWhole(number)
        ? OptionalLong.empty()
        : OptionalLong.of(number.longValue());
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }
}
