package io.inboxport.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Secret of a webhook, ready to sign. Thread-safe: each thread that signs has a Mac of its own. */
final class WebhookSecret {
  private static final String ALGORITHM = "HmacSHA1";

  private final SecretKeySpec key;
  // A new one takes the time of signing 300 bytes. There are as many as have ever signed at once.
  private final Queue<Mac> idle = new ConcurrentLinkedQueue<>();
  private final @Nullable String webhookId;

  private WebhookSecret(SecretKeySpec key, @Nullable String webhookId) {
    this.key = key;
    idle.add(mac(key));
    this.webhookId = webhookId;
  }

  /**
   * Takes a secret in.
   *
   * @param webhookId the only webhook that it is good for; null for any
   * @throws IllegalArgumentException when the secret is blank; anyone could sign with that
   */
  static WebhookSecret of(String secret, @Nullable String webhookId) {
    Objects.requireNonNull(secret, "secret");
    if (secret.isBlank()) {
      throw new IllegalArgumentException(
          "The secret of the webhook is blank, so that anyone could sign: give the one that"
              + " Oktopost shows for the webhook.");
    }
    return new WebhookSecret(
        new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM), webhookId);
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "This JDK has no " + ALGORITHM + ", which each must have.", e);
    }
  }

  /** Signs a body, and returns 20 bytes. */
  byte[] sign(byte[] body) {
    var kept = idle.poll();
    var mac = kept == null ? mac(key) : kept;
    var signature = mac.doFinal(body);
    idle.add(mac);
    return signature;
  }

  /** Returns whether it may sign for this webhook; null is a body that names none. */
  boolean isGoodFor(@Nullable String id) {
    return webhookId == null || webhookId.equals(id);
  }

  /** Shows nothing of the secret. */
  @Override
  public String toString() {
    return webhookId == null ? "WebhookSecret[any webhook]" : "WebhookSecret[one webhook]";
  }
}
