package io.inboxport.testkit.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.testkit.http.HttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object of an admin request, read key by key. The reader calls {@link #end} before acting
 * on it: a key that was not asked for is a mistake, told along with those there are.
 */
final class AdminInput {
  private final ObjectNode json;
  private final Set<String> known = new LinkedHashSet<>();

  private AdminInput(ObjectNode json) {
    this.json = json;
  }

  static AdminInput of(HttpRequest request) throws RequestRefusal {
    if (request.body().isEmpty()) {
      return new AdminInput(SandboxJson.object());
    }
    try {
      if (SandboxJson.mapper().readTree(request.body().getBytes(ISO_8859_1))
          instanceof ObjectNode object) {
        return new AdminInput(object);
      }
    } catch (JacksonException e) {
      // Said below.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new RequestRefusal(400, "The body is not a JSON object.");
  }

  /** Reads a value that is an object already. */
  static AdminInput of(JsonNode value) throws RequestRefusal {
    if (value instanceof ObjectNode object) {
      return new AdminInput(object);
    }
    throw new RequestRefusal(400, "It is not a JSON object.");
  }

  /** Refuses what was not asked for. */
  void end() throws RequestRefusal {
    for (var property : json.properties()) {
      if (!known.contains(property.getKey())) {
        throw new RequestRefusal(
            400,
            "Unknown key \"" + property.getKey() + "\": accepted are " + String.join(", ", known));
      }
    }
  }

  @Nullable String text(String key) throws RequestRefusal {
    return read(key, "a text", node -> node.isTextual() ? node.textValue() : null);
  }

  String requiredText(String key) throws RequestRefusal {
    return required(key, text(key));
  }

  @Nullable Boolean flag(String key) throws RequestRefusal {
    return read(key, "true or false", node -> node.isBoolean() ? node.booleanValue() : null);
  }

  @Nullable Integer number(String key) throws RequestRefusal {
    return read(
        key,
        "a whole number",
        node ->
            node.canConvertToExactIntegral() && node.canConvertToInt() ? node.intValue() : null);
  }

  @Nullable Instant instant(String key) throws RequestRefusal {
    return parsed(key, "a point in time such as \"2025-03-10T14:22:00Z\"", Instant::parse);
  }

  @Nullable Duration duration(String key) throws RequestRefusal {
    return parsed(key, "an ISO-8601 duration such as \"PT15M\"", Duration::parse);
  }

  private <T> @Nullable T parsed(String key, String what, Function<String, T> parse)
      throws RequestRefusal {
    return read(
        key,
        what,
        node -> {
          try {
            return node.isTextual() ? parse.apply(node.textValue()) : null;
          } catch (DateTimeException e) {
            return null;
          }
        });
  }

  <E extends Enum<E>> @Nullable E oneOf(String key, Class<E> type) throws RequestRefusal {
    var values = type.getEnumConstants();
    var accepted = Arrays.stream(values).map(AdminInput::name).collect(Collectors.joining(", "));
    return read(
        key,
        "one of " + accepted,
        node ->
            Arrays.stream(values)
                .filter(value -> node.isTextual() && name(value).equals(node.textValue()))
                .findFirst()
                .orElse(null));
  }

  <E extends Enum<E>> E requiredOneOf(String key, Class<E> type) throws RequestRefusal {
    return required(key, oneOf(key, type));
  }

  /** Returns the value as the admin path spells it: {@code SET_STATUS} is {@code set-status}. */
  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  List<String> texts(String key) throws RequestRefusal {
    var texts = new ArrayList<String>();
    for (var element : elements(key, "a list of texts")) {
      if (!element.isTextual()) {
        throw wrong(key, "a list of texts");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /** The objects of a list, or null if the key is not there. */
  @Nullable List<AdminInput> objects(String key) throws RequestRefusal {
    var objects = new ArrayList<AdminInput>();
    for (var element : elements(key, "a list of objects")) {
      if (!(element instanceof ObjectNode object)) {
        throw wrong(key, "a list of objects");
      }
      objects.add(new AdminInput(object));
    }
    return json.has(key) ? objects : null;
  }

  private Iterable<JsonNode> elements(String key, String what) throws RequestRefusal {
    var list = read(key, what, node -> node.isArray() ? node : null);
    return list == null ? List.of() : list;
  }

  private <T> @Nullable T read(String key, String what, Function<JsonNode, @Nullable T> as)
      throws RequestRefusal {
    known.add(key);
    var node = json.get(key);
    if (node == null || node.isNull()) {
      return null;
    }
    var value = as.apply(node);
    if (value == null) {
      throw wrong(key, what);
    }
    return value;
  }

  private static <T> T required(String key, @Nullable T value) throws RequestRefusal {
    if (value == null) {
      throw new RequestRefusal(400, "The key \"" + key + "\" is missing.");
    }
    return value;
  }

  private static RequestRefusal wrong(String key, String what) {
    return new RequestRefusal(400, "The value of \"" + key + "\" must be " + what + ".");
  }
}
