package io.inboxport.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks a JSON document and takes values as PHP writes them: numbers as texts, texts as numbers and
 * booleans, {@code []} and {@code {}} for nothing, a list as an object with numbers for names.
 *
 * <p>Stands on a value; each reading method leaves it at the end of that value. Only a document
 * that is no JSON makes a method throw: a value of another shape is skipped, and makes its {@link
 * #item} broken where it may have meant something.
 */
final class JsonCursor implements AutoCloseable {
  /** The answers of the API nest four deep. */
  private static final int MAX_DEPTH = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private final JsonParser parser;
  private String name = "";
  private @Nullable String problem;

  private JsonCursor(JsonParser parser) {
    this.parser = parser;
  }

  static JsonCursor over(byte[] document) throws IOException {
    return standingOnRoot(JSON.createParser(document));
  }

  static JsonCursor over(String document) throws IOException {
    return standingOnRoot(JSON.createParser(document));
  }

  private static JsonCursor standingOnRoot(JsonParser parser) throws IOException {
    parser.nextToken();
    return new JsonCursor(parser);
  }

  /** Gives the names of this document to the next one's reader. */
  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** Steps into an object; a value of another shape is skipped. */
  boolean enterObject() throws IOException {
    return enter(parser.hasToken(JsonToken.START_OBJECT));
  }

  /** Steps into a list; a value of another shape is skipped. */
  boolean enterList() throws IOException {
    return enter(parser.hasToken(JsonToken.START_ARRAY) || parser.hasToken(JsonToken.START_OBJECT));
  }

  private boolean enter(boolean fits) throws IOException {
    if (!fits) {
      skip();
    }
    return fits;
  }

  /** Steps to the value of the next field of an object, or out of it. */
  boolean nextField() throws IOException {
    var next = parser.nextFieldName();
    if (next == null) {
      return false;
    }
    name = next;
    parser.nextToken();
    return true;
  }

  /** The field whose value it stands on. */
  WireField field() {
    return WireField.of(name);
  }

  /** Steps to the next value of a list, or out of it. */
  boolean nextElement() throws IOException {
    var token = parser.nextToken();
    if (token == JsonToken.FIELD_NAME) {
      token = parser.nextToken();
    }
    return !token.isStructEnd();
  }

  /** A text, or null where there is none. */
  @Nullable String text() throws IOException {
    var token = parser.currentToken();
    if (token.isStructStart()) {
      if (!skippedNothing()) {
        problem = name + " is a list or an object instead of a text.";
      }
      return null;
    }
    // A boolean is PHP's way to say that there is nothing.
    return token == JsonToken.VALUE_STRING || token.isNumeric() ? parser.getText() : null;
  }

  /** A time, or null where there is none. */
  @Nullable Instant time(TimestampReader timestamps) throws IOException {
    return parser.hasToken(JsonToken.VALUE_STRING)
        ? timestamps.read(
            parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())
        : timestamps.read(textOrEmpty());
  }

  /** A text, or the empty one where there is none. */
  String textOrEmpty() throws IOException {
    var text = text();
    return text == null ? "" : text;
  }

  /** An id, or null where there is none. */
  <T> @Nullable T id(Function<String, T> of) throws IOException {
    var text = text();
    try {
      return text == null || text.isBlank() ? null : of.apply(text);
    } catch (IllegalArgumentException e) {
      problem = name + " cannot be an id.";
      return null;
    }
  }

  /** A truth, or null where there is none. */
  @Nullable Boolean flag() throws IOException {
    if (parser.currentToken().isBoolean()) {
      return parser.getBooleanValue();
    }
    return switch (textOrEmpty().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> null;
    };
  }

  /** A count, or 0 where there is none that makes sense. */
  long count() throws IOException {
    var text = textOrEmpty();
    try {
      // Not a BigDecimal: written out, 1e999999999 would take all memory.
      return text.length() > 30 ? 0 : Math.max(0, (long) Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** The first text within the value, however deep; empty where there is none. */
  String firstLeaf() throws IOException {
    int depth = 0;
    var leaf = "";
    for (var token = parser.currentToken(); ; token = parser.nextToken()) {
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING && leaf.isEmpty()) {
        leaf = parser.getText().strip();
      }
      if (depth == 0) {
        return leaf;
      }
    }
  }

  void skip() throws IOException {
    parser.skipChildren();
  }

  /** Skips a list or object; whether it was empty. */
  private boolean skippedNothing() throws IOException {
    boolean empty = true;
    while (!parser.nextToken().isStructEnd()) {
      parser.skipChildren();
      empty = false;
    }
    return empty;
  }

  /**
   * Reads one item, and hands what is wrong with it to {@code broken}, without its content. What is
   * wrong with an item within it is not its own problem.
   *
   * @return the item, or null where it is broken
   */
  <T> @Nullable T item(AnswerPayload.Reader<T> reader, Consumer<String> broken) throws IOException {
    var outer = problem;
    problem = null;
    var item = reader.read(this);
    var own = problem;
    problem = outer;
    if (own == null && item != null) {
      return item;
    }
    broken.accept(own == null ? "It is no object with an id." : own);
    return null;
  }
}
