package io.inboxport.webhook;

import io.inboxport.conversation.EventName;
import io.inboxport.webhook.JsonScanner.ValueKind;
import io.inboxport.webhook.WebhookResult.Accepted;
import io.inboxport.webhook.WebhookResult.Refused;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the event of a body whose signature is right. The whole body is checked to be JSON in one
 * pass; the tree of the data is made only if it is asked for.
 */
final class EventReader {
  private static final int BOM_LENGTH = 3;

  private final JsonScanner scanner;
  private final ConversationFinder finder;
  private final Map<EnvelopeField, String> texts = new EnumMap<>(EnvelopeField.class);
  private boolean hasData;

  private EventReader(JsonScanner scanner) {
    this.scanner = scanner;
    this.finder = new ConversationFinder(scanner);
  }

  /** Reads the event of a body that nothing else changes any more. */
  static WebhookResult read(byte[] body) {
    try {
      var scanner = new JsonScanner(body, hasBom(body) ? BOM_LENGTH : 0);
      var event = new EventReader(scanner).event(body);
      if (scanner.hasMoreThanAscii() && !Utf8Check.passes(body)) {
        return new Refused(WebhookRefusal.NOT_JSON);
      }
      return event == null ? new Refused(WebhookRefusal.NO_EVENT) : new Accepted(event);
    } catch (IOException e) {
      return new Refused(WebhookRefusal.NOT_JSON);
    }
  }

  private static boolean hasBom(byte[] body) {
    return body.length >= BOM_LENGTH
        && body[0] == (byte) 0xEF
        && body[1] == (byte) 0xBB
        && body[2] == (byte) 0xBF;
  }

  /** Reads the event, or returns null if the JSON is none. */
  private @Nullable WebhookEvent event(byte[] body) throws IOException {
    boolean isEvent = scanner.kind() == ValueKind.OBJECT;
    if (isEvent) {
      scanner.enter();
      for (boolean first = true; scanner.nextName(first); first = false) {
        isEvent &= member(EnvelopeField.of(scanner));
      }
    } else {
      finder.pass();
    }
    scanner.end();
    var name = texts.getOrDefault(EnvelopeField.EVENT, "");
    return isEvent && !name.isBlank()
        ? new WebhookEvent(EventName.of(name), texts, finder.found(), body)
        : null;
  }

  /** Reads a member; returns false if it came before, so that the body would say two things. */
  private boolean member(EnvelopeField field) throws IOException {
    if (field == EnvelopeField.DATA) {
      boolean isFirst = !hasData;
      hasData = true;
      finder.walk();
      return isFirst;
    }
    var kind = scanner.kind();
    if (field == EnvelopeField.OTHER || (kind != ValueKind.STRING && kind != ValueKind.NUMBER)) {
      finder.pass();
      return true;
    }
    scanner.scalar(kind);
    return texts.put(field, scanner.text()) == null;
  }
}
