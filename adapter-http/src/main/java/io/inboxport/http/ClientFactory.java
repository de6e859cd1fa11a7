package io.inboxport.http;

import java.util.List;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import retrofit2.Retrofit;

/** Turns a client, the embedder's or ours, into one that cannot repeat or redirect a request. */
final class ClientFactory {
  private ClientFactory() {}

  /**
   * Derives a client. The interceptors, proxy, TLS settings, pool and dispatcher stay; what would
   * send a request anew, or to another server, goes, and so does a cache: after a write of unknown
   * outcome, only the server's own word counts. HTTP/2 goes: it puts many calls on one connection,
   * which a thread that is interrupted while it writes takes down with all of them.
   *
   * <p>No connection serves two keys, and each is watched, so that no answer reaches a call that
   * did not ask for it. A connection that cannot be watched carries one request.
   */
  static OkHttpClient.Builder derive(
      OkHttpClient client,
      long maxResponseBytes,
      Credentials owner,
      IdentifyingInterceptor who,
      ServerClock serverClock) {
    var builder = client.newBuilder().dns(new AccountDns(client.dns(), owner));
    if (client.socketFactory() == SocketFactory.getDefault()) {
      builder.socketFactory(InterruptibleSockets.FACTORY);
    }
    var trust = client.x509TrustManager();
    if (trust != null && client.connectionSpecs().stream().anyMatch(ConnectionSpec::isTls)) {
      builder.sslSocketFactory(new WatchedTlsSockets(client.sslSocketFactory()), trust);
    }
    return builder
        .protocols(List.of(Protocol.HTTP_1_1))
        .followRedirects(false)
        .followSslRedirects(false)
        .authenticator(Authenticator.NONE)
        .cache(null)
        .addInterceptor(who)
        .addInterceptor(new ResponseSizeInterceptor(maxResponseBytes, who.isObserved()))
        .addInterceptor(serverClock)
        .addInterceptor(new FitConnectionInterceptor(client))
        .addNetworkInterceptor(new SingleSendInterceptor(client.connectionPool()));
  }

  static InboxApi api(OkHttpClient client, HttpUrl url) {
    return retrofit(client, url).create(InboxApi.class);
  }

  static AccountApi accountApi(OkHttpClient client, HttpUrl url) {
    return retrofit(client, url).create(AccountApi.class);
  }

  private static Retrofit retrofit(OkHttpClient client, HttpUrl url) {
    return new Retrofit.Builder().baseUrl(url).callFactory(client).build();
  }
}
