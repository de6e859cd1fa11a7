package io.inboxport.inmemory;

import io.inboxport.conversation.EventName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Webhooks of the twin: it sends a signed one for everything that happens in it, to each that is
 * registered. What another hand does to an entry, and a deletion, sends none. Doubled, lost, late,
 * out of order and wrongly signed ones come {@linkplain #play on request}.
 *
 * <p>The vendor documents neither which event is sent when nor its data. Here each happening has a
 * name of each of the vendor's two families, so it sends up to two, and the data is the
 * conversation as a call shows it.
 *
 * <p>Thread-safe. Registrations are no part of a {@linkplain InMemoryInboxGateway#snapshot
 * snapshot}.
 */
public final class TwinWebhooks {
  private static final int MOST_HELD = 10_000;

  private final Map<String, Registration> registrations = new LinkedHashMap<>();
  private final Deque<DeliveryMishap> mishaps = new ArrayDeque<>();
  private final List<PendingDelivery> held = new ArrayList<>();
  private final Deque<TwinHappening> happenings = new ArrayDeque<>();

  private record Registration(String id, String secret, Set<EventName> events, WebhookSink sink) {
    boolean wants(EventName event) {
      return events.isEmpty() || events.contains(event);
    }

    SentWebhook webhook(
        EventName event, TwinHappening happening, StoredConversation item, boolean wrong) {
      var body = WebhookBody.of(event, happening.at(), id, item.conversation());
      return new SentWebhook(
          id,
          event,
          happening.conversation(),
          body,
          WebhookBody.sign(body, wrong ? "not " + secret : secret));
    }
  }

  private record PendingDelivery(WebhookSink sink, SentWebhook webhook) {}

  TwinWebhooks() {}

  /**
   * Registers for all events, in place of what is registered under this id.
   *
   * @param id the id of the webhook, which each body names; not blank
   * @param secret the secret that signs; not blank
   * @throws IllegalArgumentException when one of them is blank
   */
  public void register(String id, String secret, WebhookSink sink) {
    register(id, secret, Set.of(), sink);
  }

  /**
   * Registers for some events, in place of what is registered under this id.
   *
   * @param id the id of the webhook, which each body names; not blank
   * @param secret the secret that signs; not blank
   * @param events the events; empty for all
   * @throws IllegalArgumentException when the id or the secret is blank
   */
  public synchronized void register(
      String id, String secret, Set<EventName> events, WebhookSink sink) {
    if (id.isBlank() || secret.isBlank()) {
      throw new IllegalArgumentException(
          "A webhook needs an id and a secret, and neither may be blank.");
    }
    Objects.requireNonNull(sink, "sink");
    registrations.put(id, new Registration(id, secret, Set.copyOf(events), sink));
  }

  /** Ends a registration; returns whether there was one. */
  public synchronized boolean unregister(String id) {
    return registrations.remove(id) != null;
  }

  /** The ids that are registered, in the order in which they came. */
  public synchronized List<String> registered() {
    return List.copyOf(registrations.keySet());
  }

  /**
   * Lets the next webhooks meet this mishap, behind those that were asked for before.
   *
   * @param times how many webhooks, 1 to 10,000
   * @throws IllegalArgumentException when it is not
   */
  public synchronized void play(DeliveryMishap mishap, int times) {
    if (times < 1 || times > MOST_HELD) {
      throw new IllegalArgumentException(
          "The times are " + times + ": give 1 to " + MOST_HELD + ".");
    }
    mishaps.addAll(Collections.nCopies(times, Objects.requireNonNull(mishap, "mishap")));
  }

  /** Delivers what is held back, in its order; returns how many. */
  public int deliverHeld() {
    return deliver(takeHeld(false));
  }

  /** Delivers what is held back, the newest first; returns how many. */
  public int deliverHeldReversed() {
    return deliver(takeHeld(true));
  }

  /** Forgets registrations, mishaps, and what is held back. */
  public synchronized void clear() {
    registrations.clear();
    mishaps.clear();
    held.clear();
  }

  private synchronized List<PendingDelivery> takeHeld(boolean reversed) {
    var all = new ArrayList<>(held);
    held.clear();
    if (reversed) {
      Collections.reverse(all);
    }
    return all;
  }

  /** Takes note of a happening; {@link #send} follows. */
  synchronized void happened(TwinHappening happening) {
    if (!registrations.isEmpty()) {
      happenings.add(happening);
    }
  }

  /** Sends what happened, as the conversations are now. Must not be called under a lock. */
  void send(InboxState now) {
    var due = due(now);
    if (!due.isEmpty()) {
      deliver(due);
    }
  }

  private synchronized List<PendingDelivery> due(InboxState now) {
    if (happenings.isEmpty()) {
      return List.of();
    }
    var due = new ArrayList<PendingDelivery>();
    for (var happening : happenings) {
      var item = now.find(happening.conversation());
      if (item != null) {
        for (var event : happening.names()) {
          registrations.values().stream()
              .filter(registration -> registration.wants(event))
              .forEach(registration -> meet(registration, event, happening, item, due));
        }
      }
    }
    happenings.clear();
    return due;
  }

  private void meet(
      Registration registration,
      EventName event,
      TwinHappening happening,
      StoredConversation item,
      List<PendingDelivery> due) {
    var mishap = mishaps.poll();
    var webhook =
        registration.webhook(event, happening, item, mishap == DeliveryMishap.WRONGLY_SIGNED);
    var delivery = new PendingDelivery(registration.sink(), webhook);
    if (mishap == DeliveryMishap.HELD) {
      if (held.size() < MOST_HELD) {
        held.add(delivery);
      }
    } else if (mishap != DeliveryMishap.LOST) {
      due.add(delivery);
      if (mishap == DeliveryMishap.DOUBLED) {
        due.add(delivery);
      }
    }
  }

  private static int deliver(List<PendingDelivery> deliveries) {
    for (var delivery : deliveries) {
      try {
        delivery.sink().deliver(delivery.webhook());
      } catch (RuntimeException e) {
        // The server goes on; a webhook that is not taken is lost here.
      }
    }
    return deliveries.size();
  }
}
