package io.inboxport.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * The body of a write. One-shot, also when empty: that alone keeps OkHttp from sending it again
 * after a connection failure, a 401, 408, 421 or 503, or a 307 or 308.
 */
final class WriteForm extends RequestBody {
  private final FormBody fields;
  private final List<String> texts;

  private WriteForm(Builder builder) {
    this.fields = builder.fields.build();
    this.texts = List.copyOf(builder.texts);
  }

  static Builder builder() {
    return new Builder();
  }

  /** The texts that people wrote; they must not come back out of an error message. */
  List<String> texts() {
    return texts;
  }

  @Override
  public MediaType contentType() {
    return fields.contentType();
  }

  @Override
  public long contentLength() {
    return fields.contentLength();
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    fields.writeTo(sink);
  }

  /** Collects the fields in the order they are sent. */
  static final class Builder {
    private final FormBody.Builder fields = new FormBody.Builder();
    private final List<String> texts = new ArrayList<>();

    /** A field whose value is an id or a word of the API. */
    Builder id(String name, String value) {
      fields.add(name, value);
      return this;
    }

    /** A field whose value a person wrote. */
    Builder text(String name, String value) {
      texts.add(value);
      return id(name, value);
    }

    Builder id(String name, Optional<?> value) {
      value.ifPresent(v -> id(name, v.toString()));
      return this;
    }

    Builder text(String name, Optional<String> value) {
      value.ifPresent(v -> text(name, v));
      return this;
    }

    WriteForm build() {
      return new WriteForm(this);
    }
  }
}
