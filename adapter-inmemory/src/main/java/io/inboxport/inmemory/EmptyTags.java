package io.inboxport.inmemory;

/**
 * Way in which a form says "no tags". A form has no empty list, and the vendor's pages do not say
 * how to clear the tags.
 */
public enum EmptyTags {
  /** One empty element, {@code tags[]=}. */
  ELEMENT,
  /**
   * An empty text, {@code tags=}, as the vendor's own SDK clears another list. The HTTP adapter
   * sends this.
   */
  SCALAR
}
