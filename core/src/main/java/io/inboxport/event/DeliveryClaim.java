package io.inboxport.event;

/** Answer of a {@link DeliveryStore} to the claim of a delivery. */
public enum DeliveryClaim {
  /** The delivery is the caller's, until the time of the claim. */
  TAKEN,
  /** Another caller has it, and its time is not over. */
  IN_HAND,
  /** It was handled. */
  SETTLED
}
