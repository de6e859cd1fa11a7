package io.inboxport.inmemory;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.EventName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes the body of a webhook as PHP's json_encode does, in ASCII, and signs it. */
final class WebhookBody {
  private static final String ALGORITHM = "HmacSHA1";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder json = new StringBuilder();

  private WebhookBody() {}

  /**
   * Returns the bytes of a webhook. Its data is the conversation as a call would show it: the
   * vendor documents none.
   */
  static byte[] of(EventName event, Instant at, String webhookId, Conversation conversation) {
    var body = new WebhookBody();
    body.json.append("{\"event\":");
    body.text(event.text());
    body.json.append(",\"timestamp\":").append(at.getEpochSecond()).append(",\"webhookId\":");
    body.text(webhookId);
    body.json.append(",\"data\":{\"Id\":");
    body.text(conversation.id().value());
    body.field("Created", conversation.created().map(TIME::format));
    body.field("Modified", conversation.modified().map(TIME::format));
    body.field("Status", Optional.of(conversation.status().text()));
    body.field("Network", Optional.of(conversation.network().text()));
    body.field("ItemType", Optional.of(conversation.itemType().text()));
    body.field("AssigneeId", conversation.assignee().map(Object::toString));
    body.field("ProfileName", Optional.of(conversation.profileName()));
    body.tags(conversation);
    body.json.append("}}");
    return body.json.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private void tags(Conversation conversation) {
    json.append(",\"Tags\":[");
    var separator = "";
    for (var tag : conversation.tags().orElseThrow()) {
      json.append(separator).append("{\"Id\":");
      text(tag.id().value());
      field("Name", Optional.of(tag.name()));
      json.append('}');
      separator = ",";
    }
    json.append(']');
  }

  private void field(String name, Optional<String> value) {
    json.append(",\"").append(name).append("\":");
    value.ifPresentOrElse(this::text, () -> json.append("null"));
  }

  private void text(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    json.append('"');
  }

  private void character(char c) {
    if (c == '"' || c == '\\' || c == '/') {
      json.append('\\').append(c);
    } else if (c >= ' ' && c < 0x7f) {
      json.append(c);
    } else {
      json.append("\\u").append(HexFormat.of().toHexDigits(c));
    }
  }

  /** Returns the HMAC-SHA1 of these bytes, as hexadecimal digits in lower case. */
  static String sign(byte[] body, String secret) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "This JDK has no " + ALGORITHM + ", which each must have.", e);
    }
  }
}
