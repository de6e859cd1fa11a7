package io.inboxport.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.util.function.ToLongFunction;

/**
 * JSON document, for one reading, whose values are found again by their places. Only an object that
 * holds a field twice needs a look back.
 *
 * @param whole opens it at its beginning
 * @param part opens it in the middle
 * @param place tells where something stands; -1 if it cannot be found again
 */
record JsonDocument(Opening whole, PartOpening part, ToLongFunction<JsonLocation> place) {
  /** The answers of the API nest four deep, and PHP writes no more than 512. */
  private static final int MAX_DEPTH = 600;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              // The size of an answer is limited, and no number is computed from its digits.
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** Opens the document. */
  @FunctionalInterface
  interface Opening {
    /** Returns a parser of all of it. */
    JsonParser open() throws IOException;
  }

  /** Opens the document at a place. */
  @FunctionalInterface
  interface PartOpening {
    /** Returns a parser of a list that begins with what stands there. */
    JsonParser at(int place) throws IOException;
  }

  static JsonDocument of(byte[] document) {
    return new JsonDocument(
        () -> JSON.createParser(document),
        place ->
            JSON.createParser(
                new SequenceInputStream(
                    new ByteArrayInputStream(new byte[] {'['}),
                    new ByteArrayInputStream(document, place, document.length - place))),
        JsonLocation::getByteOffset);
  }

  static JsonDocument of(String document) {
    return new JsonDocument(
        () -> JSON.createParser(document),
        place -> JSON.createParser("[" + document.substring(place)),
        JsonLocation::getCharOffset);
  }

  /** Returns where the object ends that the text begins with; -1 if it does not begin with one. */
  static int endOfObject(String text) {
    try (var parser = JSON.createParser(text)) {
      parser.nextToken();
      parser.skipChildren();
      return parser.hasToken(JsonToken.END_OBJECT)
          ? (int) parser.currentTokenLocation().getCharOffset() + 1
          : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  /** Returns the place of the value that a parser stands on; -1 if it cannot be found again. */
  long placeOf(JsonParser parser) {
    return place.applyAsLong(parser.currentTokenLocation());
  }

  /** Returns whether the values at two places say the same; a number may be written as a text. */
  boolean isSameAt(long one, long other) throws IOException {
    if (one < 0 || other < 0) {
      return false;
    }
    try (var first = part.at((int) one);
        var second = part.at((int) other)) {
      first.nextToken();
      second.nextToken();
      int depth = 0;
      do {
        var token = first.nextToken();
        if (!said(first, token).equals(said(second, second.nextToken()))) {
          return false;
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      } while (depth > 0);
      return true;
    }
  }

  private static String said(JsonParser parser, JsonToken token) throws IOException {
    return token == JsonToken.VALUE_STRING || token.isNumeric()
        ? "=" + parser.getText()
        : token == JsonToken.FIELD_NAME ? ":" + parser.getText() : token.name();
  }
}
