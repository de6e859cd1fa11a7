package io.inboxport.app;

/** Look of a text on a terminal that has colours. */
enum TextStyle {
  PLAIN(""),
  BOLD("1"),
  FAINT("2"),
  RED("31"),
  GREEN("32"),
  YELLOW("33"),
  CYAN("36");

  private final String code;

  TextStyle(String code) {
    this.code = code;
  }

  /** The text in this style, or as it is if there are no colours. */
  String paint(String text, boolean colours) {
    return colours && this != PLAIN ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
