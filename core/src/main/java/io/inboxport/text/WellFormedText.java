package io.inboxport.text;

import java.util.Objects;

/**
 * Rule for every text that is sent: each surrogate is half of a pair. A lone one is no character,
 * no encoding has it, and it would arrive as a question mark.
 */
public final class WellFormedText {
  private WellFormedText() {}

  /**
   * Returns the text when it is well-formed.
   *
   * @param what what the text is, for the message
   * @throws IllegalArgumentException when it is not; the message does not quote the text
   */
  public static String check(String what, String text) {
    Objects.requireNonNull(text, what);
    int index = firstLoneSurrogate(text);
    if (index >= 0) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " has half a character at index "
              + index
              + " (counted in Java chars), a surrogate without its other half: cut texts between code points.");
    }
    return text;
  }

  /** Returns whether the text is well-formed. */
  public static boolean is(String text) {
    return firstLoneSurrogate(text) < 0;
  }

  private static int firstLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (Character.charCount(text.codePointAt(i)) == 1) {
          return i;
        }
        i++; // Its other half.
      }
    }
    return -1;
  }
}
