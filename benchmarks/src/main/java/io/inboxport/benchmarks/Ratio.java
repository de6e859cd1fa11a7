package io.inboxport.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * One line of the results: a measurement beside what it is held against.
 *
 * @param what what was measured, with the unit
 * @param measured its number
 * @param against what it is held against
 * @param reference the number of that
 * @param limit what the ratio of the two is to be
 */
record Ratio(String what, double measured, String against, double reference, String limit) {
  /** The line of a table in Markdown. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %s |",
        what,
        number(measured),
        against,
        number(reference),
        reference == 0 ? "" : number(measured / reference),
        limit);
  }

  static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }
}
