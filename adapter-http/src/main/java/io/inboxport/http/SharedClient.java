package io.inboxport.http;

import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The client of all gateways that were given none: ten thousand accounts share one pool of
 * connections. It is let go of with the last of them.
 */
final class SharedClient {
  private static @Nullable OkHttpClient client;
  private static int users;

  private SharedClient() {}

  static synchronized OkHttpClient acquire() {
    if (client == null) {
      client = new OkHttpClient();
    }
    users++;
    return client;
  }

  static synchronized void release() {
    users--;
    if (users == 0 && client != null) {
      // No call of ours is asynchronous, so the dispatcher never started a thread.
      client.connectionPool().evictAll();
      client = null;
    }
  }
}
