package com.example;

import io.inboxport.event.InboxChange;
import io.inboxport.event.InboxEvents;
import io.inboxport.inmemory.InMemoryInboxEventStore;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.inmemory.SentWebhook;
import io.inboxport.inmemory.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Platform of the tests: a twin that sends webhooks, and the changes that were heard. */
final class WebhookDesk {
  static final String SECRET = "whsec-of-the-desk";

  final SettableClock clock = SettableClock.at(Instant.parse("2025-03-10T14:22:00Z"));
  final InMemoryInboxGateway twin = InMemoryInboxGateway.builder().clock(clock).build();
  final List<InboxChange> changes = new ArrayList<>();
  final InboxEvents events =
      InboxEvents.over(twin, new InMemoryInboxEventStore(), changes::add).build();
  private final List<SentWebhook> sent = new ArrayList<>();

  WebhookDesk() {
    // The poll's first turn, before anything is there.
    events.work(1);
    twin.webhooks().register("whk1", SECRET, sent::add);
  }

  /** Returns the webhook of a new item. */
  SentWebhook webhook() {
    twin.receive(InboundItem.post().saying("Where is my parcel?"));
    return sent.get(sent.size() - 1);
  }

  /** Returns how many changes were heard by now. */
  int heard() {
    clock.advance(Duration.ofSeconds(1));
    events.work(100);
    return changes.size();
  }
}
