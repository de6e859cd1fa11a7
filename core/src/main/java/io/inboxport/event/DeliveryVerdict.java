package io.inboxport.event;

/** Verdict of a {@link DeliveryGuard} on a delivery. */
public enum DeliveryVerdict {
  /** It was new, and was handled now. Answer that it was taken, such as by 200. */
  HANDLED,
  /** It was handled before; nothing was done. Answer that it was taken. */
  REPEATED,
  /**
   * Another thread or process handles it, and may still fail; nothing was done. Answer so that it
   * comes again, such as by 503.
   */
  IN_HAND,
  /**
   * Its time is further from now than the guard takes, to either side; nothing was done. Answer
   * that it was taken: it would be no fresher the next time.
   */
  STALE
}
