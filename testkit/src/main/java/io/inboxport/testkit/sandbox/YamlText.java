package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Writes a tree as YAML that a person can read. Every text is quoted as in JSON, so that none is
 * taken for a number or a date.
 */
final class YamlText {
  private final StringBuilder text = new StringBuilder();

  private YamlText() {}

  static String of(JsonNode tree) {
    var writing = new YamlText();
    writing.below(tree, 0);
    return writing.text.toString();
  }

  /** Writes the lines of an object or array. */
  private void below(JsonNode node, int depth) {
    for (var property : node.properties()) {
      text.append("  ".repeat(depth)).append(key(property.getKey())).append(':');
      value(property.getValue(), depth + 1);
    }
    if (node.isArray()) {
      for (var element : node) {
        int start = text.length();
        if (element.isValueNode() || element.isEmpty()) {
          text.append("  ".repeat(depth + 1)).append(JsonText.of(element)).append('\n');
        } else {
          below(element, depth + 1);
        }
        text.replace(start, start + 2 * depth + 2, "  ".repeat(depth) + "- ");
      }
    }
  }

  private void value(JsonNode node, int depth) {
    boolean plain = node.isValueNode() || node.isEmpty() || isLineOfWords(node);
    text.append(plain ? " " + JsonText.of(node) : "").append('\n');
    if (!plain) {
      below(node, depth);
    }
  }

  private static boolean isLineOfWords(JsonNode node) {
    if (!node.isArray()) {
      return false;
    }
    for (var element : node) {
      if (!element.isValueNode()) {
        return false;
      }
    }
    return true;
  }

  /** Returns a key as it is, if no reader of YAML can take it for anything but a text. */
  private static String key(String key) {
    return key.matches("[A-Za-z][A-Za-z0-9_-]*") ? key : "\"" + key.replace("\\", "\\\\") + "\"";
  }
}
