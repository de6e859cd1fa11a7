package io.inboxport.inmemory;

/**
 * Element of a {@link PersistentMap}, which knows the key it is found by. It keeps the hash of the
 * key, since comparing hashes first spares most comparisons of keys.
 */
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

  /** Returns the hash of the key. */
  final int hash() {
    return hash;
  }
}
