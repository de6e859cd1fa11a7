package io.inboxport.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One answer, opened.
 *
 * @param result what the server says of its own success, or null where it does not say
 * @param words the first text among the errors; may be empty
 * @param value what was asked for, or null where it did not come whole
 */
record Envelope<T>(@Nullable Boolean result, String words, @Nullable T value) {
  /**
   * Opens an answer.
   *
   * @throws IOException when it is no JSON object
   */
  static <T> Envelope<T> open(byte[] body, Supplier<AnswerPayload<T>> payload) throws IOException {
    try (var in = JsonCursor.over(body)) {
      return open(in, payload.get());
    } catch (IOException e) {
      // Databases cut texts in the middle of a character. Decoding so forgives that, costs twice,
      // and fails again on everything else.
      try (var in = JsonCursor.over(new String(body, StandardCharsets.UTF_8))) {
        return open(in, payload.get());
      }
    }
  }

  private static <T> Envelope<T> open(JsonCursor in, AnswerPayload<T> payload) throws IOException {
    if (!in.enterObject()) {
      throw new IOException("no object");
    }
    Boolean result = null;
    var words = "";
    while (in.nextField()) {
      switch (in.field()) {
        case RESULT -> result = in.flag();
        case ERRORS -> words = in.firstLeaf();
        default -> payload.read(in.field(), in);
      }
    }
    return new Envelope<>(result, words, payload.value());
  }
}
