package io.inboxport.testkit.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Name of a form's field as PHP 8.2 reads it: a variable, and the keys behind it in brackets.
 *
 * <p>The name ends at a NUL, and begins behind its leading spaces. Dots and spaces of a variable
 * become underlines. Text behind a closing bracket is ignored. A bracket that does not close ends
 * the keys, or is an underline if it is the first. {@code PhpFormTableTest} compares these rules
 * with PHP's own answers.
 *
 * @param keys one for each level; null takes the next index
 * @param depth how many brackets were opened
 */
record FormFieldName(String variable, List<@Nullable String> keys, int depth) {
  /** PHP's own default; a deeper field costs all of its variable. */
  private static final int MAX_DEPTH = 64;

  /** Returns the name, or null if it names no variable. */
  static @Nullable FormFieldName of(String written) {
    int nul = written.indexOf('\0');
    var name = nul < 0 ? written : written.substring(0, nul);
    int start = 0;
    while (start < name.length() && name.charAt(start) == ' ') {
      start++;
    }
    name = name.substring(start);
    int open = name.indexOf('[');
    var variable = mangled(open < 0 ? name : name.substring(0, open));
    if (variable.isEmpty() || pretends(variable, name)) {
      return null;
    }
    if (open >= 0 && closing(name, open) < 0) {
      return new FormFieldName(mangled(name), List.of(), 1);
    }
    return open < 0 ? new FormFieldName(variable, List.of(), 0) : of(variable, name, open);
  }

  private static String mangled(String variable) {
    return variable.replace(' ', '_').replace('.', '_').replace('[', '_');
  }

  /** PHP lets no other name turn into one of the prefixes that protect a cookie. */
  private static boolean pretends(String variable, String name) {
    return (variable.startsWith("__Host-") && !name.startsWith("__Host-"))
        || (variable.startsWith("__Secure-") && !name.startsWith("__Secure-"));
  }

  private static FormFieldName of(String variable, String name, int firstOpen) {
    var keys = new ArrayList<@Nullable String>();
    int depth = 0;
    int open = firstOpen;
    while (open < name.length() && name.charAt(open) == '[') {
      depth++;
      int close = closing(name, open);
      if (close < 0) {
        break;
      }
      var key = name.substring(open + 1, close);
      boolean empty = key.isEmpty() || (key.length() == 1 && isSpace(key.charAt(0)));
      keys.add(empty ? null : key);
      open = close + 1;
    }
    return new FormFieldName(variable, Collections.unmodifiableList(keys), depth);
  }

  private static int closing(String name, int open) {
    return name.indexOf(']', open + 1);
  }

  /** White space of C, one of which PHP skips behind a bracket. */
  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** Puts the value where the name says. */
  void put(String value, FormArray into) {
    if (depth > MAX_DEPTH) {
      into.remove(variable);
      return;
    }
    var array = into;
    String last = variable;
    for (var key : keys) {
      array = array.arrayAt(last);
      if (array == null) {
        return;
      }
      last = key;
    }
    array.set(last, value);
  }
}
