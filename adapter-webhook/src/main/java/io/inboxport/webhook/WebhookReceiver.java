package io.inboxport.webhook;

import io.inboxport.webhook.WebhookResult.Accepted;
import io.inboxport.webhook.WebhookResult.Refused;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Receiver of webhooks: verifies the signature over the raw bytes, and then reads the event.
 *
 * <pre>{@code
 * var receiver = WebhookReceiver.of(secret);
 * WebhookResult result = receiver.receive(body, request::getHeader);
 * }</pre>
 *
 * <p>Give it the bytes as they came. A body that a framework has parsed and written again has
 * another signature. The signature is the HMAC-SHA1 of the body by the secret, as hexadecimal
 * digits in any case; it is compared in constant time. It comes in the header {@code
 * X-Oktopost-Signature} or {@code X-Oktopost-Secret}: the vendor documents both.
 *
 * <p>A signature does not say when a body was sent, or how often. See {@code DeliveryGuard} in the
 * core.
 *
 * <p>Immutable and thread-safe. It keeps no body and logs nothing.
 */
public final class WebhookReceiver {
  /** The largest body that is looked at, in bytes: 1 MiB. */
  public static final int LARGEST_BODY = 1 << 20;

  private static final List<String> HEADERS = List.of("X-Oktopost-Signature", "X-Oktopost-Secret");
  private static final List<String> HEADERS_IN_LOWER_CASE =
      HEADERS.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  private static final int MOST_SECRETS = 100;
  private static final int MOST_SIGNATURES = 4;

  private final List<WebhookSecret> secrets;

  private WebhookReceiver(List<WebhookSecret> secrets) {
    this.secrets = secrets;
  }

  /**
   * Returns a receiver for webhooks with any of these secrets: several while a secret is replaced.
   *
   * @param secrets 1 to 100 secrets, none of them blank; their UTF-8 bytes are the key
   * @throws IllegalArgumentException when there are none, more than that, or one is blank
   */
  public static WebhookReceiver of(String... secrets) {
    return new WebhookReceiver(List.of()).with(null, secrets);
  }

  /**
   * Returns a receiver that also takes these secrets, for this webhook alone. A body that one of
   * them signs has to name that webhook.
   *
   * @param webhookId the id of the webhook, as the body names it
   * @param secrets at least one, none of them blank
   * @throws IllegalArgumentException when the id or a secret is blank, there is no secret, or there
   *     are more than 100 in all
   */
  public WebhookReceiver forWebhook(String webhookId, String... secrets) {
    if (webhookId.isBlank()) {
      throw new IllegalArgumentException(
          "The id of the webhook is blank: give the one that its bodies name as webhookId.");
    }
    return with(webhookId, secrets);
  }

  private WebhookReceiver with(@Nullable String webhookId, String... more) {
    if (more.length == 0) {
      throw new IllegalArgumentException("There is no secret: give at least one.");
    }
    var all = new ArrayList<>(secrets);
    for (var secret : more) {
      all.add(WebhookSecret.of(secret, webhookId));
    }
    if (all.size() > MOST_SECRETS) {
      throw new IllegalArgumentException(
          "There are %d secrets, and each body is tried with all of them: give %d at most."
              .formatted(all.size(), MOST_SECRETS));
    }
    return new WebhookReceiver(List.copyOf(all));
  }

  /**
   * Verifies and reads a body. Nothing that comes from outside makes it throw.
   *
   * @param body the bytes as they came; copied
   * @param header looks a header up by its name, and returns null if it did not come. It is asked
   *     for each name in the vendor's spelling and in lower case
   */
  public WebhookResult receive(byte[] body, Function<String, ? extends @Nullable String> header) {
    var found = new ArrayList<String>();
    add(found, HEADERS, header);
    if (found.isEmpty()) {
      add(found, HEADERS_IN_LOWER_CASE, header);
    }
    return receive(body, found);
  }

  private static void add(
      List<String> found, List<String> names, Function<String, ? extends @Nullable String> header) {
    for (var name : names) {
      var value = header.apply(name);
      if (value != null) {
        found.add(value);
      }
    }
  }

  /**
   * Verifies and reads a body. Nothing that comes from outside makes it throw.
   *
   * @param body the bytes as they came; copied
   * @param headers the headers, their names in any case; of the signatures, four are tried at most
   */
  public WebhookResult receive(byte[] body, Map<String, ? extends Collection<String>> headers) {
    var found = new ArrayList<String>();
    for (var header : headers.entrySet()) {
      // HttpURLConnection has its status line under the name null.
      if (header.getKey() != null && HEADERS.stream().anyMatch(header.getKey()::equalsIgnoreCase)) {
        found.addAll(header.getValue());
      }
    }
    return receive(body, found);
  }

  private WebhookResult receive(byte[] body, List<String> signatures) {
    Objects.requireNonNull(body, "body");
    if (body.length > LARGEST_BODY) {
      return new Refused(WebhookRefusal.TOO_LARGE);
    }
    if (signatures.isEmpty()) {
      return new Refused(WebhookRefusal.UNSIGNED);
    }
    var wellFormed = wellFormed(signatures);
    if (wellFormed.isEmpty()) {
      return new Refused(WebhookRefusal.MALFORMED_SIGNATURE);
    }
    var copy = Arrays.copyOf(body, body.length);
    var signer = signer(copy, wellFormed);
    return signer == null ? new Refused(WebhookRefusal.WRONG_SIGNATURE) : read(copy, signer);
  }

  private static List<byte[]> wellFormed(List<String> signatures) {
    var wellFormed = new ArrayList<byte[]>(1);
    for (var signature : signatures) {
      var bytes = SignatureText.bytes(signature);
      if (bytes.length > 0 && wellFormed.size() < MOST_SIGNATURES) {
        wellFormed.add(bytes);
      }
    }
    return wellFormed;
  }

  /** The secret that one of the signatures was made with, or null. */
  private @Nullable WebhookSecret signer(byte[] body, List<byte[]> signatures) {
    for (var secret : secrets) {
      var signed = secret.sign(body);
      for (var signature : signatures) {
        if (MessageDigest.isEqual(signed, signature)) {
          return secret;
        }
      }
    }
    return null;
  }

  private WebhookResult read(byte[] body, WebhookSecret signer) {
    var result = EventReader.read(body);
    return result instanceof Accepted accepted
            && !isSignedFor(accepted.event().webhookId().orElse(null), body, signer)
        ? new Refused(WebhookRefusal.OTHER_WEBHOOK)
        : result;
  }

  /** Two webhooks may have the same secret, each for itself. */
  private boolean isSignedFor(@Nullable String webhookId, byte[] body, WebhookSecret signer) {
    if (signer.isGoodFor(webhookId)) {
      return true;
    }
    var signed = signer.sign(body);
    return secrets.stream()
        .filter(secret -> secret.isGoodFor(webhookId))
        .anyMatch(secret -> MessageDigest.isEqual(secret.sign(body), signed));
  }

  /** Says how many secrets it has, and nothing of them. */
  @Override
  public String toString() {
    return "WebhookReceiver[" + secrets.size() + " secrets]";
  }
}
