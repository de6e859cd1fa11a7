package io.inboxport.http;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Says who calls. Only to the server the key is meant for: an interceptor of the embedder may
 * follow a redirect of its own. Set last, so that the interceptors outside never see the key.
 */
final class IdentifyingInterceptor implements Interceptor {
  private final HttpUrl server;
  private final String userAgent;
  private final String authorization;
  private final boolean observed;

  /**
   * Says so to this server.
   *
   * @param observed whether there may be interceptors of the embedder outside
   */
  IdentifyingInterceptor(
      HttpUrl server, Credentials credentials, String userAgent, boolean observed) {
    this.server = server;
    this.userAgent = userAgent;
    this.authorization = "Basic " + credentials.token();
    this.observed = observed;
  }

  /** Returns whether there may be interceptors of the embedder outside. */
  boolean isObserved() {
    return observed;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    var request =
        chain
            .request()
            .newBuilder()
            .header("Accept", "application/json")
            .header("User-Agent", userAgent);
    if (BaseUrl.sameServer(server, chain.request().url())) {
      request.header("Authorization", authorization);
    }
    var response = chain.proceed(request.build());
    // The answer tells which request it is of: of the one outside, without the key.
    return observed
        ? response.newBuilder().request(chain.request()).networkResponse(null).build()
        : response;
  }
}
