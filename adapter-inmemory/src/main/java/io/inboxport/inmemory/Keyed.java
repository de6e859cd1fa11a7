package io.inboxport.inmemory;

/** An element that knows the key it is found by. */
interface Keyed<K> {
  K key();

  /** The hash of the key. */
  default int hash() {
    return key().hashCode();
  }
}
