package io.inboxport.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Walks a JSON document and takes values as PHP writes them: numbers as texts, texts as numbers and
 * booleans, {@code []} and {@code {}} for nothing, a list as an object with numbers for names.
 *
 * <p>Stands on a value; each reading method leaves it at the end of that value. Only a document
 * that is no JSON makes a method throw: a value of another shape is skipped, and makes its {@link
 * #item} broken where it may have meant something. What does not identify an item or steer a rule
 * costs that field alone, and is reported.
 *
 * <p>If an object holds a field in several spellings, the documented one wins. Two others that say
 * different things contradict each other: the field then reads as one of another shape.
 */
final class JsonCursor implements AutoCloseable {
  /** The value that PHP makes of no user. */
  private static final String NO_USER = "0";

  /** A report of each takes a hundred times the memory that a broken item takes of an answer. */
  private static final int MOST_BROKEN = 10_000;

  private static final String CONTRADICTED = "contradicts an earlier value of the same field.";

  private static final Map<WireField, SerializableString> SPELLINGS = spellings();

  private final JsonParser parser;
  private final JsonDocument document;
  private final JsonObjectScope outermost = JsonObjectScope.ofDocument();
  private JsonObjectScope scope = outermost;

  /** The object that was left last, until the next one begins; the document for none. */
  private JsonObjectScope left = outermost;

  /** Stands on a value that contradicts an earlier one of its field. */
  private boolean contradicted;

  private JsonCursor(JsonParser parser, JsonDocument document) {
    this.parser = parser;
    this.document = document;
  }

  private static Map<WireField, SerializableString> spellings() {
    var spellings = new EnumMap<WireField, SerializableString>(WireField.class);
    for (var field : WireField.values()) {
      spellings.put(field, new SerializedString(field.toString()));
    }
    return spellings;
  }

  static JsonCursor over(byte[] document) throws IOException {
    return standingOnRoot(JsonDocument.of(document));
  }

  static JsonCursor over(String document) throws IOException {
    return standingOnRoot(JsonDocument.of(document));
  }

  private static JsonCursor standingOnRoot(JsonDocument document) throws IOException {
    var parser = document.whole().open();
    parser.nextToken();
    return new JsonCursor(parser, document);
  }

  /** Gives the names of this document to the next one's reader. */
  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** Steps into an object, or an empty list for one; a value of another shape is skipped. */
  boolean enterObject() throws IOException {
    if (skippedContradiction()) {
      return false;
    }
    boolean isObject = parser.hasToken(JsonToken.START_OBJECT);
    boolean isEmptyList = parser.hasToken(JsonToken.START_ARRAY) && skippedNothing();
    if (!isObject && !isEmptyList) {
      skip();
      return false;
    }
    scope = scope.begin(isEmptyList);
    return true;
  }

  /** Steps into a list; a value of another shape is skipped. */
  boolean enterList() throws IOException {
    if (!contradicted && parser.currentToken().isStructStart()) {
      return true;
    }
    skip();
    return false;
  }

  /** Steps to the value of the next field of an object, or out of it. */
  boolean nextField() throws IOException {
    var name = scope.isEmptyList() ? null : parser.nextFieldName();
    if (name == null) {
      return leftObject();
    }
    scope.enter(name);
    return enteredField();
  }

  /**
   * Does the same as {@link #nextField()}, in less time if this field in its documented spelling is
   * the next one.
   */
  boolean nextField(WireField expected) throws IOException {
    if (scope.isEmptyList()) {
      return leftObject();
    }
    if (parser.nextFieldName(SPELLINGS.get(expected))) {
      scope.enter(expected);
      return enteredField();
    }
    if (!parser.hasToken(JsonToken.FIELD_NAME)) {
      return leftObject();
    }
    scope.enter(parser.currentName());
    return enteredField();
  }

  private boolean leftObject() {
    contradicted = false;
    left = scope;
    scope = scope.outer();
    return false;
  }

  private boolean enteredField() throws IOException {
    parser.nextToken();
    contradicted =
        scope.isOftenSpelled() && scope.isContradictedAt(document.placeOf(parser), document);
    return true;
  }

  /** The field whose value it stands on; {@code OTHER} if a better spelling of it was there. */
  WireField field() {
    return scope.field();
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
    if (skippedContradiction()) {
      scope.breaks(CONTRADICTED);
      return null;
    }
    var token = parser.currentToken();
    if (token.isStructStart()) {
      if (!skippedNothing()) {
        scope.breaks("is a list or an object instead of a text.");
      }
      return null;
    }
    // A boolean is PHP's way to say that there is nothing.
    return token == JsonToken.VALUE_STRING || token.isNumeric() ? parser.getText() : null;
  }

  /** A time, or null where there is none or it is reported as unknown. */
  @Nullable Instant time(TimestampReader timestamps) throws IOException {
    if (skippedContradiction()) {
      scope.leavesUnknown(CONTRADICTED);
      return null;
    }
    try {
      if (parser.hasToken(JsonToken.VALUE_STRING)) {
        return timestamps.read(
            parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
      }
      if (parser.hasToken(JsonToken.VALUE_TRUE)) {
        throw new DateTimeException("true");
      }
      return parser.currentToken().isStructStart()
          ? timeInObject(timestamps)
          : timestamps.read(textOrEmpty());
    } catch (DateTimeException e) {
      scope.leavesUnknown("is no time that can be read.");
      return null;
    }
  }

  private @Nullable Instant timeInObject(TimestampReader timestamps) throws IOException {
    if (!enterObject()) {
      throw new DateTimeException("a list");
    }
    boolean isEmpty = true;
    var date = "";
    var zone = "";
    while (nextField()) {
      isEmpty = false;
      switch (field()) {
        case DATE -> date = textOrEmpty();
        case TIMEZONE -> zone = textOrEmpty();
        default -> skip();
      }
    }
    if (left.problem() != null || (date.isBlank() && !isEmpty)) {
      throw new DateTimeException("an object without a date that can be read");
    }
    return timestamps.read(date, zone);
  }

  /** A user, by id or as an object with one; null where there is none or it is reported. */
  @Nullable UserId user(RepeatedText<UserId> last) throws IOException {
    var known = repeated(last);
    if (known != null) {
      return known;
    }
    var text = textOr(WireField.ID);
    try {
      return text == null || text.isBlank() || text.strip().equals(NO_USER)
          ? null
          : last.keep(text);
    } catch (IllegalArgumentException e) {
      scope.leavesUnknown("cannot be an id.");
      return null;
    }
  }

  /** Returns the last value of a field if it stands on the same text again, and null if not. */
  private <T> @Nullable T repeated(RepeatedText<T> last) throws IOException {
    return contradicted || !parser.hasToken(JsonToken.VALUE_STRING)
        ? null
        : last.find(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  /** The value of a text, which is the empty one where there is none. */
  <T> T value(RepeatedText<T> last) throws IOException {
    var known = repeated(last);
    return known == null ? last.keep(textOrEmpty()) : known;
  }

  /**
   * The value of a text, or of this part of an object in its place; of the empty text where there
   * is none or it is reported.
   */
  <T> T valueOr(WireField part, RepeatedText<T> last) throws IOException {
    var known = repeated(last);
    return known == null ? last.keep(Objects.requireNonNullElse(textOr(part), "")) : known;
  }

  /** A text, or this part of an object in its place; null where there is none or it is reported. */
  @Nullable String textOr(WireField part) throws IOException {
    if (skippedContradiction()) {
      scope.leavesUnknown(CONTRADICTED);
      return null;
    }
    if (parser.hasToken(JsonToken.VALUE_TRUE)) {
      scope.leavesUnknown("is true instead of a text.");
      return null;
    }
    if (!parser.currentToken().isStructStart()) {
      return text();
    }
    boolean isEmpty = true;
    String text = null;
    if (enterObject()) {
      while (nextField()) {
        isEmpty = false;
        if (field() == part) {
          text = text();
        } else {
          skip();
        }
      }
    } else {
      isEmpty = false;
    }
    if (text == null && !isEmpty) {
      scope.leavesUnknown("is a list, or an object that lacks what was looked for.");
    }
    return text;
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
      scope.breaks("cannot be an id.");
      return null;
    }
  }

  /** A truth, or null where there is none. */
  @Nullable Boolean flag() throws IOException {
    if (skippedContradiction()) {
      return null;
    }
    if (parser.currentToken().isBoolean()) {
      return parser.getBooleanValue();
    }
    return switch (textOrEmpty().strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> null;
    };
  }

  /**
   * A count, as a number, a text or with separators; empty where there is none that makes sense.
   */
  OptionalLong count() throws IOException {
    return CountReader.read(textOrEmpty());
  }

  /** The words within the value: its first text of several words, or else its first text. */
  String words() throws IOException {
    int depth = 0;
    var words = "";
    for (var token = parser.currentToken(); ; token = parser.nextToken()) {
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING && words.indexOf(' ') < 0) {
        var text = parser.getText().strip();
        words = words.isEmpty() || text.indexOf(' ') >= 0 ? text : words;
      }
      if (depth == 0) {
        return words;
      }
    }
  }

  /** Returns whether another object follows the document; what is no JSON does not count. */
  boolean isFollowedByObject() {
    try {
      return parser.nextToken() == JsonToken.START_OBJECT;
    } catch (IOException noJson) {
      return false;
    }
  }

  void skip() throws IOException {
    parser.skipChildren();
  }

  private boolean skippedContradiction() throws IOException {
    if (contradicted) {
      skip();
    }
    return contradicted;
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

  /** Returns whether it stands on a null. */
  boolean isNull() {
    return !contradicted && parser.hasToken(JsonToken.VALUE_NULL);
  }

  /** Reads one item, or null where it is broken. */
  <T> @Nullable T item(AnswerPayload.Reader<T> reader) throws IOException {
    return item(reader, () -> "", new ArrayList<>());
  }

  /**
   * Reads the items of a list, and reports what is wrong with each, without its content.
   *
   * @param where the name of the list in the answer
   * @return the items that are not broken, or null if it is no list
   */
  <T> @Nullable List<T> items(
      AnswerPayload.Reader<T> reader, String where, List<UnreadablePart> unreadable)
      throws IOException {
    if (!enterList()) {
      return null;
    }
    var items = new ArrayList<T>();
    unreadable.clear();
    for (int i = 0; nextElement(); i++) {
      if (unreadable.size() > MOST_BROKEN) {
        throw new IOException("more broken items than an answer of the API has items");
      }
      int index = i;
      var item = item(reader, () -> where + "[" + index + "]", unreadable);
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  /** Reads one item. What is wrong with an item within it is not its own problem. */
  private <T> @Nullable T item(
      AnswerPayload.Reader<T> reader, Supplier<String> where, List<UnreadablePart> unreadable)
      throws IOException {
    left = outermost;
    var item = reader.read(this);
    var own = left;
    if (item != null && !own.isFaulty()) {
      return item;
    }
    var problem = own.problem();
    if (item == null || problem != null) {
      unreadable.add(
          new UnreadablePart(
              where.get(), problem == null ? "It is no object with an id." : problem));
      return null;
    }
    for (var part : own.unknown()) {
      unreadable.add(new UnreadablePart(where.get() + "." + part.where(), part.problem(), false));
    }
    return item;
  }

  /** The unknown fields of the object that was left last, by their names. */
  List<UnreadablePart> unknownFields() {
    return left.unknown();
  }
}
