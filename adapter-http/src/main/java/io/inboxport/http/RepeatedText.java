package io.inboxport.http;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Text of one field of a list, with its value: the next item often has the same text, and shares
 * the value then. For one answer only.
 */
final class RepeatedText<T> {
  private final Function<String, T> meaning;
  private String text = "";
  private char @Nullable [] chars;
  private @Nullable T value;

  /**
   * Creates it without a text.
   *
   * @param meaning makes an immutable value of a text
   */
  RepeatedText(Function<String, T> meaning) {
    this.meaning = meaning;
  }

  /** Returns the last value if this is its text again, and null if not. */
  @Nullable T find(char[] buffer, int from, int length) {
    if (length != text.length()) {
      return null;
    }
    var kept = chars;
    if (kept == null) {
      kept = text.toCharArray();
      chars = kept;
    }
    return Arrays.equals(buffer, from, from + length, kept, 0, length) ? value : null;
  }

  /** Returns the value of this text, and keeps both. */
  T keep(String newText) {
    var newValue = meaning.apply(newText);
    text = newText;
    chars = null;
    value = newValue;
    return newValue;
  }
}
