package io.inboxport.inmemory;

/** Mishap that the next webhooks of the twin meet. */
public enum DeliveryMishap {
  /** It comes twice, with the same bytes. */
  DOUBLED,
  /** It never comes. */
  LOST,
  /** Its signature is that of another secret. */
  WRONGLY_SIGNED,
  /** It is held back until {@link TwinWebhooks#deliverHeld} or {@code deliverHeldReversed}. */
  HELD
}
