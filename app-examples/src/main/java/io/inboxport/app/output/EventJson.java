package io.inboxport.app.output;

import io.inboxport.webhook.EventData;
import io.inboxport.webhook.WebhookEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders the event of a webhook as JSON. */
public final class EventJson {
  /** A longer number stays a text: to make one of it takes the square of its length. */
  private static final int MOST_DIGITS = 1_000;

  private EventJson() {}

  /** The event, with its data as it came. */
  public static Map<String, Object> of(WebhookEvent event) {
    return JsonOutput.object(
        "event", event.name().text(),
        "time", event.time().map(Instant::toString).orElse(null),
        "webhookId", event.webhookId().orElse(null),
        "payloadId", event.payloadId().orElse(null),
        "conversations", event.conversations().stream().map(Object::toString).toList(),
        "data", tree(event.data()));
  }

  private static @Nullable Object tree(EventData data) {
    var text = data.text().orElse("");
    return switch (data.kind()) {
      case OBJECT -> object(data);
      case ARRAY -> array(data);
      case TEXT -> text;
      case NUMBER -> text.length() > MOST_DIGITS ? text : new BigDecimal(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case NOTHING -> null;
    };
  }

  private static Map<String, @Nullable Object> object(EventData data) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    for (var name : data.names()) {
      object.put(name, tree(data.get(name)));
    }
    return object;
  }

  private static @Nullable Object[] array(EventData data) {
    return data.elements().stream().map(EventJson::tree).toArray();
  }
}
