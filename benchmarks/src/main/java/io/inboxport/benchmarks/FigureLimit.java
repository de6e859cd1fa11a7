package io.inboxport.benchmarks;

import java.util.function.DoublePredicate;

/**
 * Limit of a figure.
 *
 * @param text the limit as the table shows it
 * @param admits whether a figure keeps to it
 */
record FigureLimit(String text, DoublePredicate admits) {
  /** No limit: the figure is only told. */
  static final FigureLimit NONE = new FigureLimit("", figure -> true);

  /** The profiler spreads its own few bytes over all calls, so nothing is less than one byte. */
  static final FigureLimit NOTHING = new FigureLimit("none", figure -> figure < 1);

  static FigureLimit atMost(String most) {
    return new FigureLimit("≤ " + most, figure -> figure <= Double.parseDouble(most));
  }

  static FigureLimit atLeast(String least) {
    return new FigureLimit("≥ " + least, figure -> figure >= Double.parseDouble(least));
  }

  /** The last word of a line: whether the limit is kept, or nothing if there is none. */
  String judge(double figure) {
    return text.isEmpty() ? "" : admits.test(figure) ? "kept" : "missed";
  }
}
