package io.inboxport.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Bounds what an answer may take of memory, counted in decompressed bytes.
 *
 * <p>The innermost interceptor of the application: nothing outside, such as a logger of the
 * embedder, meets a body without bounds either. If there is nothing outside, the answer is taken
 * here, up to its limit. A copy with another body would cost 500 bytes of each call. A call is held
 * to 1.25 times the bytes of bare OkHttp.
 *
 * @param maxBytes the most that an answer of success may have
 * @param observed whether there may be interceptors of the embedder outside
 */
record ResponseSizeInterceptor(long maxBytes, boolean observed) implements Interceptor {
  /** Of a failure, only its words matter; they come first. */
  private static final long FAILURE_BYTES = 64 * 1024;

  @Override
  public Response intercept(Chain chain) throws IOException {
    var response = chain.proceed(chain.request());
    var body = response.body();
    if (response.isSuccessful() && !observed) {
      takeWithin(maxBytes, body);
      return response;
    }
    var bounded =
        response.isSuccessful()
            ? ResponseBody.create(
                Okio.buffer(new Bounded(body.source(), maxBytes)), body.contentType(), -1)
            : ResponseBody.create(start(body), body.contentType());
    return response.newBuilder().body(bounded).build();
  }

  /** Takes a whole body into its own buffer; one that breaks off or is too large is closed. */
  private static void takeWithin(long maxBytes, ResponseBody body) throws IOException {
    boolean fits = false;
    try {
      if (body.source().request(maxBytes + 1)) {
        throw new TooLarge(maxBytes);
      }
      fits = true;
    } finally {
      if (!fits) {
        body.close();
      }
    }
  }

  /** The start of a failure's body: its status counts, even if the body breaks off. */
  private static okio.ByteString start(ResponseBody body) {
    var start = new Buffer();
    try (body) {
      while (start.size() < FAILURE_BYTES
          && body.source().read(start, FAILURE_BYTES - start.size()) != -1) {}
    } catch (IOException e) {
      // Then these are all the words there are.
    }
    return start.readByteString();
  }

  private static final class Bounded extends ForwardingSource {
    private final long maxBytes;
    private long left;

    Bounded(Source source, long maxBytes) {
      super(source);
      this.maxBytes = maxBytes;
      this.left = maxBytes;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read = super.read(sink, byteCount);
      left -= Math.max(0, read);
      if (left < 0) {
        throw new TooLarge(maxBytes);
      }
      return read;
    }
  }

  /** An answer ran past the limit. */
  static final class TooLarge extends IOException {
    private final long maxBytes;

    TooLarge(long maxBytes) {
      this.maxBytes = maxBytes;
    }

    @Override
    public String getMessage() {
      return "It is larger than " + maxBytes + " bytes, the limit set on the builder.";
    }
  }
}
