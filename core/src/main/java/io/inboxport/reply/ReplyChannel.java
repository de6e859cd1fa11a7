package io.inboxport.reply;

/** How a reply reaches the customer. */
public enum ReplyChannel {
  /** As a direct message. */
  DIRECT_MESSAGE,
  /** As a public comment. */
  PUBLIC_COMMENT,
  /** Not at all: the API sends no replies to such items on this network, and answers 400. */
  NONE,
  /** Nobody knows yet: the network or the item type is not one this version knows. */
  UNDETERMINED
}
