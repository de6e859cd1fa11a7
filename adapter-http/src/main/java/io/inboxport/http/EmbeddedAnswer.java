package io.inboxport.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the answer in a body that begins with HTML. PHP prints its warnings there, before the
 * answer of a call that was executed.
 */
final class EmbeddedAnswer {
  /** A warning and a dump before the answer have few of them. */
  private static final int MOST_BRACES = 100;

  private EmbeddedAnswer() {}

  /** Returns whether the body begins with a tag. */
  static boolean isBehindHtml(byte[] body) {
    for (byte b : body) {
      if (b > ' ') {
        return b == '<';
      }
    }
    return false;
  }

  /**
   * Returns the JSON at the end of the body, or null if there is none. It is the first object that
   * is whole, and nothing may follow it: of two objects it is not known which is the answer.
   */
  static @Nullable String in(byte[] body) {
    if (!isBehindHtml(body)) {
      return null;
    }
    var text = new String(body, StandardCharsets.UTF_8);
    int brace = text.indexOf('{');
    for (int i = 0; i < MOST_BRACES && brace >= 0; i++) {
      var rest = text.substring(brace);
      int end = JsonDocument.endOfObject(rest);
      if (end >= 0) {
        return rest.substring(end).isBlank() ? rest : null;
      }
      brace = text.indexOf('{', brace + 1);
    }
    return null;
  }
}
