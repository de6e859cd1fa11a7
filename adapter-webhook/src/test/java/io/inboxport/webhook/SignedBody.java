package io.inboxport.webhook;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body with its signature, made as the vendor makes it.
 *
 * @param bytes the body
 * @param signature its signature in lower case
 */
@SuppressWarnings("ArrayRecordComponent")
record SignedBody(byte[] bytes, String signature) {
  static final String SECRET = "whsec-of-the-tests";
  static final String DOCUMENTED =
      """
      {"event":"conversationUpdated","timestamp":1741616520,"webhookId":"whk000000000001",\
      "data":{"Id":"eit000000000001","Status":"open"}}""";

  static SignedBody of(String json) {
    return of(json.getBytes(StandardCharsets.UTF_8), SECRET);
  }

  static SignedBody of(byte[] bytes) {
    return of(bytes, SECRET);
  }

  static SignedBody of(byte[] bytes, String secret) {
    return new SignedBody(
        bytes, HexFormat.of().formatHex(WebhookSecret.of(secret, null).sign(bytes)));
  }

  WebhookResult sentTo(WebhookReceiver receiver) {
    Map<String, String> headers = Map.of("X-Oktopost-Signature", signature);
    return receiver.receive(bytes, headers::get);
  }

  /** Returns the event that a receiver with the secret accepts, or null. */
  static @Nullable WebhookEvent event(String json) {
    return of(json).sentTo(WebhookReceiver.of(SECRET)) instanceof WebhookResult.Accepted accepted
        ? accepted.event()
        : null;
  }

  /** Returns the reason of the refusal, or null if it is accepted. */
  static @Nullable WebhookRefusal refusal(WebhookResult result) {
    return result instanceof WebhookResult.Refused refused ? refused.reason() : null;
  }
}
