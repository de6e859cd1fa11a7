package io.inboxport.app.output;

/**
 * Makes texts of strangers safe to print. A customer's name may hold control sequences that move
 * the cursor or retitle the window, and marks that turn the direction of what follows.
 */
public final class PrintableText {
  private PrintableText() {}

  /** The text on one line: every character that would not just show itself is made visible. */
  public static String line(String text) {
    var line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029) {
                line.append(' ');
              } else if (c < 0x20) {
                // Unicode has a picture for each of these: ESC becomes one that reads "ESC".
                line.appendCodePoint(0x2400 + c);
              } else if (isUnsafe(c)) {
                line.append('\uFFFD');
              } else {
                line.appendCodePoint(c);
              }
            });
    return line.toString();
  }

  static boolean isUnsafe(int c) {
    return Character.isISOControl(c)
        || (c >= 0x200E && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x061C
        || c == 0xFEFF;
  }
}
