package io.inboxport.http;

import io.inboxport.http.SingleSendInterceptor.UnfitConnection;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Finds the request a connection. Looks for another one if one has something left on it: nothing
 * has left by then. Remembers if the server itself refused to be connected to, and not a proxy.
 */
final class FitConnectionInterceptor implements Interceptor {
  /** Each try empties the pool; other calls may fill it with connections that are no better. */
  private static final int MOST_TRIES = 5;

  private final OkHttpClient client;

  /** Goes by the proxies of this client. */
  FitConnectionInterceptor(OkHttpClient client) {
    this.client = client;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        return chain.proceed(chain.request());
      } catch (UnfitConnection unfit) {
        if (tries == MOST_TRIES) {
          throw unfit;
        }
      } catch (ConnectException | NoRouteToHostException | SocketTimeoutException failure) {
        var sending = chain.call().request().tag(SendState.class);
        if (sending != null && !sending.mayHaveLeft() && isDirect(chain.request())) {
          sending.markServerUnreachable();
        }
        throw failure;
      }
    }
  }

  private boolean isDirect(Request request) {
    var proxy = client.proxy();
    if (proxy != null) {
      return proxy.type() == Proxy.Type.DIRECT;
    }
    List<Proxy> selected = client.proxySelector().select(request.url().uri());
    return selected == null
        || selected.stream().allMatch(each -> each == null || each.type() == Proxy.Type.DIRECT);
  }
}
