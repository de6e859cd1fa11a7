package io.inboxport.properties;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text of a value as a person can read it: quoted, escaped, and cut when it is long. */
final class ValueText {
  private static final int MOST = 4_000;

  private ValueText() {}

  static String of(@Nullable Object value) {
    var text = whole(value);
    return text.length() <= MOST
        ? text
        : text.substring(0, MOST) + "… (" + text.length() + " characters)";
  }

  private static String whole(@Nullable Object value) {
    if (value instanceof String || value instanceof StringBuilder) {
      return '"' + escaped(value.toString(), '"') + '"';
    }
    if (value instanceof Character) {
      return "'" + escaped(value.toString(), '\'') + "'";
    }
    if (value instanceof Collection<?> elements) {
      return value instanceof List ? "[" + joined(elements) + "]" : "{" + joined(elements) + "}";
    }
    if (value instanceof Map<?, ?> map) {
      var entries = new ArrayList<String>();
      map.forEach((key, mapped) -> entries.add(whole(key) + "=" + whole(mapped)));
      return "{" + String.join(", ", entries) + "}";
    }
    if (value != null && value.getClass().isArray()) {
      var elements = new ArrayList<@Nullable Object>();
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(Array.get(value, i));
      }
      return "[" + joined(elements) + "]";
    }
    return escaped(String.valueOf(value), '\0');
  }

  private static String joined(Collection<?> elements) {
    return String.join(", ", elements.stream().map(ValueText::whole).toList());
  }

  private static String escaped(String text, char quote) {
    var escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (quote != '\0' && (c == quote || c == '\\')) {
                escaped.append('\\').appendCodePoint(c);
              } else if (c == '\n') {
                escaped.append("\\n");
              } else if (isReadable(c)) {
                escaped.appendCodePoint(c);
              } else {
                for (char unit : Character.toChars(c)) {
                  escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
              }
            });
    return escaped.toString();
  }

  private static boolean isReadable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
