package io.inboxport.webhook;

import java.nio.charset.StandardCharsets;

/** Decodes a text that {@link JsonScanner} found. */
final class EscapedText {
  private EscapedText() {}

  /** Returns the text between these bytes, which are well-formed. */
  static String of(byte[] body, int start, int end, boolean escaped) {
    var raw = new String(body, start, end - start, StandardCharsets.UTF_8);
    return escaped ? unescaped(raw) : raw;
  }

  private static String unescaped(String raw) {
    var text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        text.append(c);
      } else if (raw.charAt(++i) == 'u') {
        text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
        i += 4;
      } else {
        text.append(escape(raw.charAt(i)));
      }
    }
    return text.toString();
  }

  private static char escape(char letter) {
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> letter;
    };
  }
}
