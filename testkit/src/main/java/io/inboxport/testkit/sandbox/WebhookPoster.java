package io.inboxport.testkit.sandbox;

import io.inboxport.inmemory.SentWebhook;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Poster of the sandbox's webhooks: one after the other, on a thread of its own that ends when it
 * has nothing to do. Whatever the receiver answers, nothing is sent again. Thread-safe.
 */
final class WebhookPoster implements AutoCloseable {
  private static final int REMEMBERED = 1_000;
  private static final int MOST_WAITING = 10_000;
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int NO_ANSWER = 0;

  private final ThreadPoolExecutor thread;
  private final Deque<PostedWebhook> posted = new ArrayDeque<>();
  private long total;

  /**
   * Webhook that was posted.
   *
   * @param status the status of the answer; 0 if none came
   */
  record PostedWebhook(SentWebhook webhook, int status) {}

  WebhookPoster() {
    thread =
        new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), WebhookPoster::of);
    thread.allowCoreThreadTimeOut(true);
  }

  private static Thread of(Runnable work) {
    var made = new Thread(work, "inboxport-sandbox-webhooks");
    made.setDaemon(true);
    return made;
  }

  /** Posts a webhook soon; drops it if too many wait. */
  void post(URI url, SentWebhook webhook) {
    try {
      thread.execute(() -> remember(new PostedWebhook(webhook, send(url, webhook))));
    } catch (RejectedExecutionException e) {
      remember(new PostedWebhook(webhook, NO_ANSWER));
    }
  }

  private static int send(URI url, SentWebhook webhook) {
    try {
      var connection = (HttpURLConnection) url.toURL().openConnection();
      try {
        return send(connection, webhook);
      } finally {
        connection.disconnect();
      }
    } catch (IOException | RuntimeException e) {
      return NO_ANSWER;
    }
  }

  private static int send(HttpURLConnection connection, SentWebhook webhook) throws IOException {
    connection.setRequestMethod("POST");
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setInstanceFollowRedirects(false);
    connection.setDoOutput(true);
    // Else the JDK would send it again by itself when a connection breaks.
    connection.setFixedLengthStreamingMode(webhook.body().length);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setRequestProperty(SentWebhook.SIGNATURE_HEADER, webhook.signature());
    try (var out = connection.getOutputStream()) {
      out.write(webhook.body());
    }
    return connection.getResponseCode();
  }

  private synchronized void remember(PostedWebhook one) {
    if (posted.size() == REMEMBERED) {
      posted.removeFirst();
    }
    posted.add(one);
    total++;
  }

  /** The webhooks posted last, the oldest first; 1,000 at most. */
  synchronized List<PostedWebhook> posted() {
    return List.copyOf(posted);
  }

  synchronized long total() {
    return total;
  }

  synchronized void clear() {
    thread.getQueue().clear();
    posted.clear();
    total = 0;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
