package io.inboxport.event;

import java.time.Instant;

/**
 * Port to what remembers the deliveries of one account. Any number of processes may share one.
 * Implementations are thread-safe; each method is atomic, and durable when it returns. Times are
 * kept to the millisecond.
 *
 * <p>The test kit has the published contract.
 */
public interface DeliveryStore {
  /**
   * Claims a delivery, unless it was handled or another claim holds. The delivery counts as seen
   * when it was claimed first.
   *
   * @param now the time, at which an older claim is over if it ends then or before
   * @param until the end of the claim
   * @throws EventStoreUnavailable when the store fails
   */
  DeliveryClaim claim(DeliveryDigest digest, Instant now, Instant until);

  /**
   * Writes down that a delivery was handled, by any caller.
   *
   * @throws EventStoreUnavailable when the store fails
   */
  void settle(DeliveryDigest digest);

  /**
   * Gives a claim back, so that the next delivery of it is taken at once. It does nothing if the
   * delivery was handled, or claimed again.
   *
   * @param until the end of the claim
   * @throws EventStoreUnavailable when the store fails
   */
  void release(DeliveryDigest digest, Instant until);

  /**
   * Forgets the deliveries that were seen first before this time, and returns how many.
   *
   * @throws EventStoreUnavailable when the store fails
   */
  int forget(Instant seenBefore);
}
