package io.inboxport.inmemory;

import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EventName;
import java.util.Objects;

/**
 * Webhook that the twin sends: a body, and the signature over its bytes.
 *
 * @param webhookId the id of the registration
 * @param event the name of the event
 * @param conversation the conversation it speaks of
 * @param body the bytes, JSON in ASCII as PHP writes it; not copied
 * @param signature the HMAC-SHA1 of the body by the secret, as hexadecimal digits in lower case; a
 *     wrong one if that was asked for
 */
@SuppressWarnings("ArrayRecordComponent")
public record SentWebhook(
    String webhookId, EventName event, ConversationId conversation, byte[] body, String signature) {
  /** The header that carries the signature. */
  public static final String SIGNATURE_HEADER = "X-Oktopost-Signature";

  /** Creates a webhook. */
  public SentWebhook {
    Objects.requireNonNull(webhookId, "webhookId");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(signature, "signature");
  }

  /** Names the webhook, the event and the conversation; nothing of the body. */
  @Override
  public String toString() {
    return "SentWebhook[" + webhookId + ", " + event + ", " + conversation + "]";
  }
}
