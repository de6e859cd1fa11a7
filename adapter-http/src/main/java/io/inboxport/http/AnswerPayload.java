package io.inboxport.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Content of one answer beside {@code Result} and {@code Errors}. Collects; for one answer only.
 */
interface AnswerPayload<T> {
  /**
   * Reads the value the cursor stands on.
   *
   * @param field which field it is the value of
   */
  void read(WireField field, JsonCursor in) throws IOException;

  /** Returns the content, or null if it did not come whole. */
  @Nullable T value();

  /** An answer that holds nothing else; its value means that the answer came. */
  static AnswerPayload<Boolean> none() {
    return new AnswerPayload<>() {
      @Override
      public void read(WireField field, JsonCursor in) throws IOException {
        in.skip();
      }

      @Override
      public Boolean value() {
        return true;
      }
    };
  }

  /** An answer that holds one field. */
  static <T> AnswerPayload<T> of(WireField wanted, Reader<T> reader) {
    return new AnswerPayload<>() {
      private @Nullable T value;

      @Override
      public void read(WireField field, JsonCursor in) throws IOException {
        if (field == wanted) {
          value = reader.read(in);
        } else {
          in.skip();
        }
      }

      @Override
      public @Nullable T value() {
        return value;
      }
    };
  }

  /** Reads one value. */
  @FunctionalInterface
  interface Reader<T> {
    /** Returns the value the cursor stands on, or null where it is not readable. */
    @Nullable T read(JsonCursor in) throws IOException;
  }
}
