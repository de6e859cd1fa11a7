package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Writes a tree as text, letter by letter as Jackson's mapper does. Making a mapper is the longest
 * part of a first answer, for which docs/performance.md has a limit.
 */
final class JsonText {
  private final StringBuilder text = new StringBuilder(256);

  private JsonText() {}

  static String of(JsonNode node) {
    var writing = new JsonText();
    writing.value(node);
    return writing.text.toString();
  }

  private void value(JsonNode node) {
    if (node.isObject()) {
      text.append('{');
      for (var property : node.properties()) {
        comma('{');
        quoted(property.getKey());
        text.append(':');
        value(property.getValue());
      }
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      for (var element : node) {
        comma('[');
        value(element);
      }
      text.append(']');
    } else if (node.isTextual()) {
      quoted(node.textValue());
    } else {
      text.append(node.asText()); // A number, true, false or null.
    }
  }

  /** Parts two values; none is needed behind a bracket that has just been opened. */
  private void comma(char bracket) {
    if (text.charAt(text.length() - 1) != bracket) {
      text.append(',');
    }
  }

  private void quoted(String words) {
    text.append('"');
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\b' -> text.append("\\b");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\f' -> text.append("\\f");
        case '\r' -> text.append("\\r");
        default -> {
          if (c < ' ') {
            text.append(c < 0x10 ? "\\u000" : "\\u001").append("0123456789ABCDEF".charAt(c & 0xF));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
