package io.inboxport.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Value in the open tree of an event's data: an object, an array, a text, a number, a truth, or
 * nothing.
 *
 * <p>A number keeps the digits that came. Of two fields of one name the last one counts, as in PHP
 * and JavaScript. Immutable and thread-safe. Two are equal when they hold the same.
 */
public final class EventData {
  /** Kind of a value. */
  public enum Kind {
    /** Named fields. */
    OBJECT,
    /** Elements in an order. */
    ARRAY,
    /** A text. */
    TEXT,
    /** A number, as its digits. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** Null, or a value that is not there. */
    NOTHING
  }

  // Numbers are taken as texts, so that one of a million digits costs no arithmetic.
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(JsonScanner.DEEPEST)
                  .maxNumberLength(WebhookReceiver.LARGEST_BODY)
                  .maxNameLength(WebhookReceiver.LARGEST_BODY)
                  .build())
          .build();

  private static final EventData NOTHING = new EventData(Kind.NOTHING, "", List.of(), Map.of());

  private final Kind kind;
  private final String text;
  private final List<EventData> elements;
  private final Map<String, EventData> fields;

  private EventData(
      Kind kind, String text, List<EventData> elements, Map<String, EventData> fields) {
    this.kind = kind;
    this.text = text;
    this.elements = elements;
    this.fields = fields;
  }

  /** Reads the data of a body that was read before. */
  static EventData of(byte[] body) {
    // It passes over one byte order mark.
    try (var parser = JSON.createParser(body)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isData = parser.currentName().equalsIgnoreCase("data");
        parser.nextToken();
        if (isData) {
          return read(parser);
        }
        parser.skipChildren();
      }
      return NOTHING;
    } catch (IOException e) {
      throw new IllegalStateException("A body that was read once cannot be read again.", e);
    }
  }

  private static EventData read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> readArray(parser);
      case VALUE_STRING -> scalar(Kind.TEXT, parser);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Kind.NUMBER, parser);
      case VALUE_TRUE, VALUE_FALSE -> scalar(Kind.BOOLEAN, parser);
      default -> NOTHING;
    };
  }

  private static EventData scalar(Kind kind, JsonParser parser) throws IOException {
    return new EventData(kind, parser.getText(), List.of(), Map.of());
  }

  private static EventData readObject(JsonParser parser) throws IOException {
    var fields = new LinkedHashMap<String, EventData>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      parser.nextToken();
      fields.put(name, read(parser));
    }
    return new EventData(Kind.OBJECT, "", List.of(), Collections.unmodifiableMap(fields));
  }

  private static EventData readArray(JsonParser parser) throws IOException {
    var elements = new ArrayList<EventData>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(read(parser));
    }
    return new EventData(Kind.ARRAY, "", Collections.unmodifiableList(elements), Map.of());
  }

  /** The kind of the value. */
  public Kind kind() {
    return kind;
  }

  /** Returns the field of this name, case and all; nothing if there is none. */
  public EventData get(String name) {
    return fields.getOrDefault(name, NOTHING);
  }

  /** Returns the element at this index, from 0 on; nothing if there is none. */
  public EventData at(int index) {
    return index >= 0 && index < elements.size() ? elements.get(index) : NOTHING;
  }

  /** The names of the fields of an object, in the order in which they came; else none. */
  public Set<String> names() {
    return fields.keySet();
  }

  /** The elements of an array; else none. */
  public List<EventData> elements() {
    return elements;
  }

  /**
   * Returns the text, the digits of the number, or {@code true} or {@code false}; empty if it is
   * none of these.
   */
  public Optional<String> text() {
    return kind == Kind.TEXT || kind == Kind.NUMBER || kind == Kind.BOOLEAN
        ? Optional.of(text)
        : Optional.empty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventData that
        && kind == that.kind
        && text.equals(that.text)
        && elements.equals(that.elements)
        && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, text, elements, fields);
  }

  /** Names the kind and the size; nothing that a person may have written. */
  @Override
  public String toString() {
    return switch (kind) {
      case OBJECT -> "EventData[object of " + fields.size() + " fields]";
      case ARRAY -> "EventData[array of " + elements.size() + " elements]";
      default -> "EventData[" + kind + "]";
    };
  }
}
