package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.conversation.EventName;
import io.inboxport.inmemory.DeliveryMishap;
import io.inboxport.inmemory.TwinWebhooks;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Admin: who hears of what happens in the twin, by signed webhooks, and how they go wrong. */
final class AdminWebhooks {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private AdminWebhooks() {}

  static void actions(SandboxState state, AdminActions admin) {
    var webhooks = state.twin().webhooks();
    var poster = state.poster();
    admin.on("POST", "webhooks", input -> register(webhooks, poster, input));
    admin.on(
        "GET",
        "webhooks",
        input -> {
          input.end();
          return account(webhooks, poster);
        });
    admin.on(
        "DELETE",
        "webhooks",
        input -> {
          input.end();
          webhooks.clear();
          poster.clear();
          return account(webhooks, poster);
        });
    admin.on(
        "POST",
        "webhook-mishaps",
        input -> {
          var mishap = input.requiredOneOf("mishap", DeliveryMishap.class);
          var times = input.number("times");
          input.end();
          webhooks.play(mishap, times == null ? 1 : times);
          return account(webhooks, poster);
        });
    admin.on(
        "POST",
        "webhook-delivery",
        input -> {
          var reversed = input.flag("reversed");
          input.end();
          int delivered =
              Boolean.TRUE.equals(reversed)
                  ? webhooks.deliverHeldReversed()
                  : webhooks.deliverHeld();
          return SandboxJson.object().put("delivered", delivered);
        });
  }

  private static ObjectNode register(TwinWebhooks webhooks, WebhookPoster poster, AdminInput input)
      throws RequestRefusal {
    var id = input.requiredText("id");
    var url = url(input.requiredText("url"));
    var secret = input.requiredText("secret");
    var events =
        input.texts("events").stream().map(EventName::of).collect(Collectors.toUnmodifiableSet());
    input.end();
    webhooks.register(id, secret, events, webhook -> poster.post(url, webhook));
    return account(webhooks, poster);
  }

  /**
   * Reads the URL.
   *
   * @throws IllegalArgumentException when it is none
   */
  private static URI url(String text) {
    var url = URI.create(text);
    if (url.getScheme() == null
        || !SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))
        || url.getHost() == null) {
      throw new IllegalArgumentException("The url must begin with http:// or https:// and a host.");
    }
    return url;
  }

  private static ObjectNode account(TwinWebhooks webhooks, WebhookPoster poster) {
    var json = SandboxJson.object();
    var registered = json.putArray("webhooks");
    webhooks.registered().forEach(registered::add);
    json.put("postedCount", poster.total());
    var posted = json.putArray("posted");
    for (var one : poster.posted()) {
      posted
          .addObject()
          .put("webhook", one.webhook().webhookId())
          .put("event", one.webhook().event().text())
          .put("conversation", one.webhook().conversation().value())
          .put("status", one.status());
    }
    return json;
  }
}
