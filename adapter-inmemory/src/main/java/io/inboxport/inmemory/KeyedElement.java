package io.inboxport.inmemory;

/** An element that knows the key it is found by. Its hash is kept: most others differ in that. */
abstract class KeyedElement<K> {
  private final int hash;
  private final K key;

  KeyedElement(K key) {
    this.hash = key.hashCode();
    this.key = key;
  }

  final K key() {
    return key;
  }

  /** The hash of the key. */
  final int hash() {
    return hash;
  }
}
