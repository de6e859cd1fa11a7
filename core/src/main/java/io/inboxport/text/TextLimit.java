package io.inboxport.text;

import java.util.Objects;

/**
 * Limits for the length of a text, in Unicode code points. An emoji outside the basic plane counts
 * once, although Java stores it in two {@code char}s. A text of white space only is refused too.
 *
 * <p>The limits are those of the vendor's pages on conversations, tags and canned responses. The
 * vendor says "characters" and not which; a server that counts otherwise may reject a text with
 * emoji. A network may take less; see {@link TextMeasure} and the advice of a verdict.
 */
public enum TextLimit {
  /** The text of a reply: 1 to 10,000 code points. */
  REPLY_MESSAGE("reply message", 10_000),
  /** The text of a note, also of one that goes with an assignment: 1 to 10,000 code points. */
  NOTE("note", 10_000),
  /** The description of a Salesforce case: 1 to 10,000 code points, if given. */
  CASE_DESCRIPTION("case description", 10_000),
  /** The name of a tag: 1 to 64 code points. */
  TAG_NAME("tag name", 64),
  /** The name of a canned response: 1 to 64 code points. */
  RESPONSE_NAME("canned response's name", 64),
  /** The text of a canned response: 1 to 10,000 code points. */
  RESPONSE_CONTENT("canned response", 10_000);

  private final String label;
  private final int maximum;

  TextLimit(String label, int maximum) {
    this.label = label;
    this.maximum = maximum;
  }

  /** The largest number of code points allowed. */
  public int maximum() {
    return maximum;
  }

  /** Returns the kind of the text, in words: {@code "reply message"}. */
  String label() {
    return label;
  }

  /** The length of a text as the limits count it: in code points. */
  public static int lengthOf(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Returns whether a text has more code points than allowed. */
  public boolean isExceededBy(String text) {
    // Most texts have fewer chars than that, and need no counting.
    return text.length() > maximum && lengthOf(text) > maximum;
  }

  /**
   * Returns the text when it is neither blank nor too long, and {@linkplain WellFormedText
   * well-formed}.
   *
   * @throws IllegalArgumentException when it is not; the message names the limit and the actual
   *     length, and does not quote the text
   */
  public String check(String text) {
    Objects.requireNonNull(text, label);
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "The " + label + " is blank: give 1 to " + maximum + " characters.");
    }
    if (isExceededBy(text)) {
      throw new IllegalArgumentException(tooLong(lengthOf(text)));
    }
    return WellFormedText.check(label, text);
  }

  /**
   * The sentence that says that a text of this many code points is too long.
   *
   * @throws IllegalArgumentException when it is not
   */
  public String tooLong(int length) {
    if (length <= maximum) {
      throw new IllegalArgumentException(
          "A "
              + label
              + " of "
              + length
              + " characters is not too long: the limit is "
              + maximum
              + ".");
    }
    return "The "
        + label
        + " has "
        + length
        + " characters, the limit is "
        + maximum
        + ": shorten it by "
        + (length - maximum)
        + ".";
  }
}
