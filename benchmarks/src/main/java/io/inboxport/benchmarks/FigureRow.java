package io.inboxport.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * One line of the results: a measurement, what it is held against, and whether its limit is kept.
 *
 * @param what what was measured, with the unit
 * @param measured its number
 * @param against what it is held against, or empty for nothing
 * @param reference the number of that, or 0 for nothing
 * @param limit the limit of the ratio of the two, or of the number itself if it stands alone
 */
record FigureRow(
    String what, double measured, String against, double reference, FigureLimit limit) {
  /** A measurement that is held against nothing. */
  static FigureRow alone(String what, double measured, FigureLimit limit) {
    return new FigureRow(what, measured, "", 0, limit);
  }

  /** The line of a table in Markdown. */
  @Override
  public String toString() {
    boolean stands = reference == 0;
    double figure = stands ? measured : measured / reference;
    return String.join(
        " | ",
        "| " + what,
        number(measured),
        against,
        stands ? "" : number(reference),
        stands ? "" : number(figure),
        limit.text(),
        limit.judge(figure) + " |");
  }

  static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }
}
