package io.inboxport.http;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets one request of an attempt onto the network, and no second one.
 *
 * <p>The innermost network interceptor: it runs when the connection stands, TLS included, and right
 * before the request is written. OkHttp repeats a request when a pooled connection turns out dead,
 * and on 408 and 503; an interceptor of the embedder may do so too, and may have replaced the
 * one-shot body. Whatever asks for a second departure, it ends here, unsent. So does a repeated
 * read, which the request budget would not have counted.
 */
final class OneRequest implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    // The tag of the call as it was made: an interceptor may have built a request without it.
    var departure = chain.call().request().tag(Departure.class);
    if (departure == null) {
      return withoutInvitation(chain.proceed(chain.request()));
    }
    if (!departure.leave()) {
      throw new HeldBack();
    }
    var response = chain.proceed(chain.request());
    departure.answered(response.code());
    return withoutInvitation(response);
  }

  /** A second request did not leave. Of this kind, OkHttp recovers by no other request either. */
  static final class HeldBack extends ProtocolException {
    HeldBack() {
      super("A second request of the same attempt was held back.");
    }
  }

  /**
   * OkHttp takes a 503 with "Retry-After: 0" as an invitation to repeat at once, closing the
   * answer, and fails on a number that exceeds an int. Neither tells us anything.
   */
  private static Response withoutInvitation(Response response) {
    var after = response.header("Retry-After");
    boolean misleading = response.code() == 503 && after != null && after.matches("0+|[0-9]{9,}");
    return misleading ? response.newBuilder().removeHeader("Retry-After").build() : response;
  }
}
