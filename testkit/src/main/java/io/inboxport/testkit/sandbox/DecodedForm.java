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
 * A form or a query, decoded as PHP 8.2 does, which is what the vendor's server is written in.
 *
 * <p>It is louder than PHP in two points: too many fields, and a text that is not UTF-8, are
 * refused. PHP drops the former without a word, and hands on the latter.
 */
final class DecodedForm {
  /** PHP's own default for the number of fields of a form. */
  static final int MAX_FIELDS = 1000;

  private final List<Map.Entry<String, String>> fields = new ArrayList<>();
  private final FormArray variables = new FormArray();
  private final String hint;

  private DecodedForm(String hint) {
    this.hint = hint;
  }

  /** The form that a request carries; empty if it has none, or none that PHP would read. */
  static DecodedForm of(HttpRequest request) throws RequestRefusal {
    if (!request.method().equals("POST") || request.body().isEmpty()) {
      return new DecodedForm("");
    }
    var header = request.header("Content-Type");
    if (header == null) {
      return unread("it has no Content-Type");
    }
    return switch (header.split("[;, ]", 2)[0].toLowerCase(Locale.ROOT)) {
      case "application/x-www-form-urlencoded" -> decode(request.body());
      case "multipart/form-data" -> MultipartForm.decode(header, request.body());
      default -> unread("its Content-Type is no form's");
    };
  }

  private static DecodedForm unread(String why) {
    return new DecodedForm(
        " (the body was not read, because "
            + why
            + ": send application/x-www-form-urlencoded or multipart/form-data)");
  }

  /** A form without a field. */
  static DecodedForm empty() {
    return new DecodedForm("");
  }

  /**
   * Decodes a form or a query, raw as curl sends it, or percent-encoded with {@code +} for a space.
   *
   * @param text what is decoded; each char is one byte
   */
  static DecodedForm decode(String text) throws RequestRefusal {
    var form = empty();
    for (var pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        var name = unescape(equals < 0 ? pair : pair.substring(0, equals), true);
        form.add(name, equals < 0 ? "" : unescape(pair.substring(equals + 1), true));
      }
    }
    return form;
  }

  /** Adds a field, decoded. */
  void add(String name, String value) throws RequestRefusal {
    if (fields.size() == MAX_FIELDS) {
      throw new RequestRefusal(
          400,
          "The form has more than "
              + MAX_FIELDS
              + " fields: PHP would drop the rest without a word.");
    }
    fields.add(Map.entry(name, value));
    var read = FormFieldName.of(name);
    if (read != null) {
      read.put(value, variables);
    }
  }

  /**
   * Undoes percent-encoding and, in a form or query, {@code +} for a space. A {@code %} without two
   * hexadecimal digits stands for itself.
   */
  static String unescape(String text, boolean plusIsSpace) throws RequestRefusal {
    var bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean whole = c == '%' && i + 2 < text.length();
      int high = whole ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = whole ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (high >= 0 && low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.write(c == '+' && plusIsSpace ? ' ' : c);
      }
    }
    return utf8(bytes.toByteArray());
  }

  static String utf8(byte[] bytes) throws RequestRefusal {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
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

  /** Variables that PHP makes of the fields. */
  FormArray variables() {
    return variables;
  }

  /** The value, or null if there is none. */
  @Nullable String text(String name) throws RequestRefusal {
    var value = variables.get(name);
    if (value instanceof FormArray) {
      throw new RequestRefusal(400, "The parameter " + name + " must be a text, not an array.");
    }
    return (String) value;
  }

  String required(String name) throws RequestRefusal {
    var value = text(name);
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  /** Says what is missing in the words that were seen in public, and why no form was read. */
  RequestRefusal missing(String parameter) {
    return new RequestRefusal(400, "Missing value for parameter " + parameter + hint);
  }

  /** Returns whether this is the empty text {@code name=}. */
  boolean isEmptyText(String name) {
    return "".equals(variables.get(name));
  }

  /** The elements of {@code name[]=…} or {@code name[0]=…}, as they came; null if there is none. */
  @Nullable List<String> array(String name) throws RequestRefusal {
    var array = arrayOrNull(name);
    if (array == null) {
      return null;
    }
    var texts = new ArrayList<String>();
    for (var element : array.elements().values()) {
      if (!(element instanceof String text)) {
        throw new RequestRefusal(400, "The parameter " + name + " must be an array of texts.");
      }
      texts.add(text);
    }
    return texts;
  }

  /** The objects of {@code name[0][key]=value}; empty if there is none. */
  List<Map<String, String>> objects(String name) throws RequestRefusal {
    var array = arrayOrNull(name);
    var objects = new ArrayList<Map<String, String>>();
    for (var element : array == null ? List.of() : array.elements().values()) {
      if (!(element instanceof FormArray object)) {
        throw new RequestRefusal(400, "The parameter " + name + " must be an array of objects.");
      }
      var texts = new LinkedHashMap<String, String>();
      for (var entry : object.elements().entrySet()) {
        if (!(entry.getValue() instanceof String text)) {
          throw new RequestRefusal(
              400, "The parameter " + name + " must be an array of objects that hold texts.");
        }
        texts.put(entry.getKey(), text);
      }
      objects.add(texts);
    }
    return objects;
  }

  private @Nullable FormArray arrayOrNull(String name) throws RequestRefusal {
    var value = variables.get(name);
    if (value instanceof String) {
      throw new RequestRefusal(
          400, "The parameter " + name + " must be an array: " + name + "[]=…");
    }
    return (FormArray) value;
  }
}
