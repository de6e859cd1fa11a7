package io.inboxport.inmemory;

import io.inboxport.event.DeliveryClaim;
import io.inboxport.event.DeliveryDigest;
import io.inboxport.event.DeliveryStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Store of deliveries in memory: for one process, which may forget them when it ends. Each takes
 * about 200 bytes until it is forgotten. Thread-safe.
 */
public final class InMemoryDeliveryStore implements DeliveryStore {
  private static final Instant HANDLED = Instant.MAX;

  private final Map<DeliveryDigest, SeenDelivery> deliveries = new HashMap<>();

  /**
   * Delivery that was seen.
   *
   * @param claimedUntil the end of its claim, which never comes if it was handled
   */
  private record SeenDelivery(Instant seenAt, Instant claimedUntil) {}

  /** Creates an empty store. */
  public InMemoryDeliveryStore() {}

  @Override
  public synchronized DeliveryClaim claim(DeliveryDigest digest, Instant now, Instant until) {
    Objects.requireNonNull(until, "until");
    var seen = deliveries.get(digest);
    if (seen != null && seen.claimedUntil().equals(HANDLED)) {
      return DeliveryClaim.SETTLED;
    }
    if (seen != null && seen.claimedUntil().isAfter(now)) {
      return DeliveryClaim.IN_HAND;
    }
    deliveries.put(digest, new SeenDelivery(seen == null ? now : seen.seenAt(), until));
    return DeliveryClaim.TAKEN;
  }

  @Override
  public synchronized void settle(DeliveryDigest digest) {
    deliveries.computeIfPresent(digest, (d, seen) -> new SeenDelivery(seen.seenAt(), HANDLED));
  }

  @Override
  public synchronized void release(DeliveryDigest digest, Instant until) {
    var seen = deliveries.get(digest);
    if (seen != null && until.equals(seen.claimedUntil())) {
      deliveries.put(digest, new SeenDelivery(seen.seenAt(), Instant.MIN));
    }
  }

  @Override
  public synchronized int forget(Instant seenBefore) {
    int before = deliveries.size();
    deliveries.values().removeIf(seen -> seen.seenAt().isBefore(seenBefore));
    return before - deliveries.size();
  }
}
