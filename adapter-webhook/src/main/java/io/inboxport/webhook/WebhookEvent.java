package io.inboxport.webhook;

import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EventName;
import io.inboxport.event.DeliveryDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verified event: something happened to a conversation. Its data is documented nowhere, so fetch
 * the conversation again to know what is true.
 *
 * <p>Immutable and thread-safe. Two are equal when their bodies are the same bytes.
 */
public final class WebhookEvent {
  private final EventName name;
  private final @Nullable Instant time;
  private final @Nullable String webhookId;
  private final @Nullable String payloadId;
  private final Set<ConversationId> conversations;
  private final byte[] body;
  private volatile @Nullable EventData data;

  WebhookEvent(
      EventName name,
      Map<EnvelopeField, String> texts,
      Set<ConversationId> conversations,
      byte[] body) {
    this.name = name;
    this.time = EventTime.read(texts.getOrDefault(EnvelopeField.TIMESTAMP, ""));
    this.webhookId = id(texts.get(EnvelopeField.WEBHOOK_ID));
    this.payloadId = id(texts.get(EnvelopeField.PAYLOAD_ID));
    this.conversations = Collections.unmodifiableSet(conversations);
    this.body = body;
  }

  private static @Nullable String id(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** The name of the event; an unknown one as it came. */
  public EventName name() {
    return name;
  }

  /**
   * Returns the time of the event, to the second, UTC; empty if the body tells none that can be
   * read.
   */
  public Optional<Instant> time() {
    return Optional.ofNullable(time);
  }

  /** Returns the id of the webhook; empty if the body names none. */
  public Optional<String> webhookId() {
    return Optional.ofNullable(webhookId);
  }

  /** Returns the id of the payload; empty if the body names none. */
  public Optional<String> payloadId() {
    return Optional.ofNullable(payloadId);
  }

  /**
   * Returns the conversations that the data speaks of, in the order in which it names them. They
   * are found by the names of fields, such as {@code ConversationId}. It may be empty, and one may
   * turn out not to exist.
   */
  public Set<ConversationId> conversations() {
    return conversations;
  }

  /** The data as an open tree; nothing if the body has none. Made when it is first asked for. */
  public EventData data() {
    var known = data;
    if (known == null) {
      known = EventData.of(body);
      data = known;
    }
    return known;
  }

  /** Returns the digest of the signed bytes, by which a {@code DeliveryGuard} tells deliveries. */
  public DeliveryDigest digest() {
    return DeliveryDigest.of(body);
  }

  /** Returns a copy of the bytes that were signed. */
  public byte[] body() {
    return Arrays.copyOf(body, body.length);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WebhookEvent that && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(body);
  }

  /** Names the event, its time and its conversations; nothing of its data. */
  @Override
  public String toString() {
    return "WebhookEvent[" + name + ", " + time + ", conversations=" + conversations + "]";
  }
}
