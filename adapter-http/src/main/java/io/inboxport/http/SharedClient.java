package io.inboxport.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * The client of all gateways that were given none: ten thousand accounts share one pool of
 * connections, which is emptied with the last of them. The client itself stays: making one reads
 * the certificates of this machine.
 */
final class SharedClient {
  private static int users;

  private SharedClient() {}

  /** Returns the client, to look at. */
  static OkHttpClient get() {
    return Lazy.CLIENT;
  }

  static synchronized OkHttpClient acquire() {
    users++;
    return Lazy.CLIENT;
  }

  static synchronized void release() {
    users--;
    if (users == 0) {
      // No call of ours is asynchronous, so the dispatcher never started a thread.
      Lazy.CLIENT.connectionPool().evictAll();
    }
  }

  private static final class Lazy {
    /** Each call under way has a connection: with the usual 5 most would shake hands anew. */
    private static final int IDLE_CONNECTIONS = 128;

    // The deadline of the call covers writing; a timer of its own for that costs as much again.
    static final OkHttpClient CLIENT =
        new OkHttpClient.Builder()
            .writeTimeout(Duration.ZERO)
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES))
            .build();
  }
}
