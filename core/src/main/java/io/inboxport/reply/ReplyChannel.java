package io.inboxport.reply;

/** Way on which a reply reaches the customer. */
public enum ReplyChannel {
  /** As a direct message. */
  DIRECT_MESSAGE,
  /** As a public comment. */
  PUBLIC_COMMENT,
  /** Not at all: the API sends no replies to such items on this network, and answers 400. */
  NONE,
  /** Not known: this version does not know the network or the item type. */
  UNDETERMINED
}
