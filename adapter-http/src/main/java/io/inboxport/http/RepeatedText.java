package io.inboxport.http;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Text of one field, with its value. In a list the next item often has the same text, and shares
 * the value then; that is for one answer only.
 */
final class RepeatedText<T> {
  private final Function<String, T> meaning;
  private final boolean inList;
  private String text = "";
  private char @Nullable [] chars;
  private @Nullable T value;

  /**
   * Creates it without a text.
   *
   * @param meaning makes an immutable value of a text
   * @param inList whether there are more items; if not, nothing is kept, and threads may share it
   */
  RepeatedText(Function<String, T> meaning, boolean inList) {
    this.meaning = meaning;
    this.inList = inList;
  }

  /** Returns the last value if this is its text again, and null if not. */
  @Nullable T find(char[] buffer, int from, int length) {
    if (!inList || length != text.length()) {
      return null;
    }
    var kept = chars;
    if (kept == null) {
      kept = text.toCharArray();
      chars = kept;
    }
    return Arrays.equals(buffer, from, from + length, kept, 0, length) ? value : null;
  }

  /** Returns the value of this text, and keeps both if there are more items. */
  T keep(String newText) {
    var newValue = meaning.apply(newText);
    if (!inList) {
      return newValue;
    }
    text = newText;
    chars = null;
    value = newValue;
    return newValue;
  }
}
