package io.inboxport.http;

import static io.inboxport.http.WireField.DESCRIPTION;
import static io.inboxport.http.WireField.DETAIL;
import static io.inboxport.http.WireField.ERROR;
import static io.inboxport.http.WireField.ERRORS;
import static io.inboxport.http.WireField.ERROR_DESCRIPTION;
import static io.inboxport.http.WireField.MESSAGE;
import static io.inboxport.http.WireField.REASON;
import static io.inboxport.http.WireField.TITLE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One answer, opened.
 *
 * @param result what the server says of its own success, or null where it does not say
 * @param words the first text among the errors, or among what others use for it; may be empty
 * @param hasErrors whether there is a word among the errors
 * @param value what was asked for, or null where it did not come whole
 */
record Envelope<T>(@Nullable Boolean result, String words, boolean hasErrors, @Nullable T value) {
  /** The vendor's own field comes first; the others are those of gateways and frameworks. */
  private static final List<WireField> WORDS =
      List.of(ERRORS, ERROR_DESCRIPTION, ERROR, MESSAGE, DETAIL, DESCRIPTION, REASON, TITLE);

  private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  /**
   * Opens an answer.
   *
   * @throws IOException when it is no JSON object, and none ends it behind HTML
   */
  static <T> Envelope<T> open(byte[] body, Supplier<AnswerPayload<T>> payload) throws IOException {
    if (body.length > 0 && body[0] == MARK[0]) {
      return open(withoutMarks(body), payload);
    }
    try (var in = JsonCursor.over(body)) {
      return open(in, payload.get());
    } catch (IOException e) {
      return reopened(body, payload);
    }
  }

  /** Opens an answer that is no sound JSON. That costs more, and is rare. */
  private static <T> Envelope<T> reopened(byte[] body, Supplier<AnswerPayload<T>> payload)
      throws IOException {
    var embedded = EmbeddedAnswer.in(body);
    // Databases cut texts in the middle of a character. Decoding so forgives that.
    var text = embedded == null ? new String(body, StandardCharsets.UTF_8) : embedded;
    try (var in = JsonCursor.over(text)) {
      var envelope = open(in, payload.get());
      if (embedded != null && envelope.result() == null) {
        throw new IOException("an object that is no answer");
      }
      return envelope;
    }
  }

  /**
   * Returns the body without the byte order marks before it: each file of a program may add one.
   */
  private static byte[] withoutMarks(byte[] body) {
    int start = 0;
    while (start + MARK.length <= body.length
        && Arrays.equals(body, start, start + MARK.length, MARK, 0, MARK.length)) {
      start += MARK.length;
    }
    return start == 0 ? new byte[0] : Arrays.copyOfRange(body, start, body.length);
  }

  private static <T> Envelope<T> open(JsonCursor in, AnswerPayload<T> payload) throws IOException {
    if (!in.enterObject()) {
      throw new IOException("no object");
    }
    Boolean result = null;
    Map<WireField, String> words = Map.of(); // An answer of success has none.
    while (in.nextField()) {
      switch (in.field()) {
        case RESULT -> result = in.flag();
        case ERRORS, ERROR_DESCRIPTION, ERROR, MESSAGE, DETAIL, DESCRIPTION, REASON, TITLE -> {
          words = words.isEmpty() ? new EnumMap<>(WireField.class) : words;
          words.put(in.field(), in.words());
        }
        default -> payload.read(in.field(), in);
      }
    }
    if (in.isFollowedByObject()) {
      throw new IOException("two answers in one");
    }
    var said = words;
    boolean hasErrors =
        !words.isEmpty()
            && Stream.of(ERRORS, ERROR).anyMatch(field -> !said.getOrDefault(field, "").isEmpty());
    return new Envelope<>(result, first(words), hasErrors, payload.value());
  }

  private static String first(Map<WireField, String> words) {
    if (words.isEmpty()) {
      return "";
    }
    return WORDS.stream()
        .map(field -> words.getOrDefault(field, ""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
