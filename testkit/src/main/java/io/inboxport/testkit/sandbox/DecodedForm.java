package io.inboxport.testkit.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inboxport.testkit.http.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form or a query, decoded: raw as curl sends it, or percent-encoded with {@code +} for a space.
 * If a name is repeated the last value counts, and brackets make arrays, as in PHP.
 */
final class DecodedForm {
  /** PHP's own default for the number of fields of a form. */
  static final int MAX_FIELDS = 1000;

  private final List<Map.Entry<String, String>> fields = new ArrayList<>();

  private DecodedForm() {}

  /** The form that a request carries; empty if it has no body. */
  static DecodedForm of(HttpRequest request) throws RequestRefusal {
    var type = request.header("Content-Type");
    if (!request.body().isEmpty()
        && type != null
        && !type.strip().toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
      throw new RequestRefusal(400, "The body is not application/x-www-form-urlencoded.");
    }
    return decode(request.body());
  }

  /**
   * @param text what is decoded; each char is one byte
   */
  static DecodedForm decode(String text) throws RequestRefusal {
    var form = new DecodedForm();
    for (var pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        form.add(pair);
      }
    }
    return form;
  }

  private void add(String pair) throws RequestRefusal {
    if (fields.size() == MAX_FIELDS) {
      throw new RequestRefusal(400, "The form has more than " + MAX_FIELDS + " fields.");
    }
    int equals = pair.indexOf('=');
    var name = unescape(equals < 0 ? pair : pair.substring(0, equals), true);
    checkBrackets(name);
    fields.add(Map.entry(name, equals < 0 ? "" : unescape(pair.substring(equals + 1), true)));
  }

  private static void checkBrackets(String name) throws RequestRefusal {
    boolean inside = false;
    boolean closed = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean sound = inside ? c != '[' : (c == '[' || (c != ']' && !closed));
      if (!sound) {
        throw new RequestRefusal(400, "The form is malformed: a name has unbalanced brackets.");
      }
      closed |= c == ']';
      inside = c == '[' || (inside && c != ']');
    }
    if (inside) {
      throw new RequestRefusal(400, "The form is malformed: a name has unbalanced brackets.");
    }
  }

  /** Undoes percent-encoding and, in a form or query, {@code +} for a space. */
  static String unescape(String text, boolean plusIsSpace) throws RequestRefusal {
    var bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        boolean whole = i + 2 < text.length();
        int high = whole ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = whole ? Character.digit(text.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw new RequestRefusal(400, "The form is malformed: % without two hexadecimal digits.");
        }
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.write(c == '+' && plusIsSpace ? ' ' : c);
      }
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    } catch (CharacterCodingException e) {
      throw new RequestRefusal(400, "The form is malformed: it is not UTF-8.");
    }
  }

  /** All values by name, as the names stand: {@code tags[]} with two values, for one. */
  Map<String, List<String>> fields() {
    var all = new LinkedHashMap<String, List<String>>();
    for (var field : fields) {
      all.computeIfAbsent(field.getKey(), name -> new ArrayList<>()).add(field.getValue());
    }
    all.replaceAll((name, values) -> List.copyOf(values));
    return Collections.unmodifiableMap(all);
  }

  /** The value, or null if there is none. */
  @Nullable String text(String name) throws RequestRefusal {
    String value = null;
    for (var field : fields) {
      if (field.getKey().equals(name)) {
        value = field.getValue();
      } else if (field.getKey().startsWith(name + "[")) {
        throw new RequestRefusal(400, "The parameter " + name + " must be a text, not an array.");
      }
    }
    return value;
  }

  String required(String name) throws RequestRefusal {
    var value = text(name);
    if (value == null) {
      throw RequestRefusal.missing(name);
    }
    return value;
  }

  /** The elements of {@code name[]=…} or {@code name[0]=…}, or null if there is none. */
  @Nullable List<String> array(String name) throws RequestRefusal {
    var elements = new LinkedHashMap<String, String>();
    for (var field : fields) {
      var keys = keys(name, field.getKey());
      if (keys == null) {
        continue;
      }
      if (keys.size() != 1) {
        throw new RequestRefusal(400, "The parameter " + name + " must be an array of texts.");
      }
      elements.put(index(keys.get(0), elements), field.getValue());
    }
    return elements.isEmpty() ? null : List.copyOf(elements.values());
  }

  /** The objects of {@code name[0][key]=value}; empty if there is none. */
  List<Map<String, String>> objects(String name) throws RequestRefusal {
    var objects = new LinkedHashMap<String, Map<String, String>>();
    for (var field : fields) {
      var keys = keys(name, field.getKey());
      if (keys == null) {
        continue;
      }
      if (keys.size() != 2) {
        throw new RequestRefusal(400, "The parameter " + name + " must be an array of objects.");
      }
      objects
          .computeIfAbsent(index(keys.get(0), objects), k -> new LinkedHashMap<>())
          .put(keys.get(1), field.getValue());
    }
    return List.copyOf(objects.values());
  }

  /** Returns what stands in the brackets after the name, or null if this is another field. */
  private static @Nullable List<String> keys(String name, String field) throws RequestRefusal {
    if (field.equals(name)) {
      throw new RequestRefusal(
          400, "The parameter " + name + " must be an array: " + name + "[]=…");
    }
    if (!field.startsWith(name + "[")) {
      return null;
    }
    return List.of(field.substring(name.length() + 1, field.length() - 1).split("\\]\\[", -1));
  }

  private static String index(String key, Map<String, ?> taken) {
    if (!key.isEmpty()) {
      return key;
    }
    int next = taken.size();
    while (taken.containsKey(Integer.toString(next))) {
      next++;
    }
    return Integer.toString(next);
  }
}
