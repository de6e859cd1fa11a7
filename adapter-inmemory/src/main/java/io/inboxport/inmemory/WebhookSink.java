package io.inboxport.inmemory;

/** Place that the twin sends webhooks to, such as a receiver in a test. Must be thread-safe. */
@FunctionalInterface
public interface WebhookSink {
  /**
   * Takes a webhook, on the thread that made it happen, behind the change. What it throws is
   * dropped: a server does not fail because its listener does.
   */
  void deliver(SentWebhook webhook);
}
