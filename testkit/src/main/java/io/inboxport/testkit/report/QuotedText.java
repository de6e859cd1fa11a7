package io.inboxport.testkit.report;

/** Text as a report quotes it: on one line, and no longer than a line should be. */
final class QuotedText {
  /** Length in code points from which on a text is cut. */
  private static final int LONGEST = 80;

  private QuotedText() {}

  static String of(String text) {
    int length = text.codePointCount(0, text.length());
    var shown = length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    var quoted = new StringBuilder("\"");
    shown.codePoints().forEach(c -> append(quoted, c));
    return quoted + (length <= LONGEST ? "\"" : "…\" (" + length + " characters)");
  }

  private static void append(StringBuilder quoted, int codePoint) {
    switch (codePoint) {
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (isPlain(codePoint)) {
          quoted.appendCodePoint(codePoint);
        } else {
          quoted.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
        }
      }
    }
  }

  /** Returns whether a terminal prints it as it is, and nothing else because of it. */
  private static boolean isPlain(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE
        && (type != Character.FORMAT || codePoint == 0x200d);
  }
}
