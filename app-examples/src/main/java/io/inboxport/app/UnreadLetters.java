package io.inboxport.app;

/** Check for letters that were lost on the way from the keyboard. */
final class UnreadLetters {
  private UnreadLetters() {}

  /**
   * Refuses what a JVM makes of letters that the locale cannot express; a customer would read it.
   */
  static void refuse(String text) {
    if (text.indexOf('\uFFFD') >= 0) {
      throw new IllegalArgumentException(
          "The text holds characters that could not be read. Set a UTF-8 locale (LC_ALL=C.UTF-8),"
              + " or give the text on standard input with \"-\".");
    }
  }
}
