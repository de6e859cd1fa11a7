package io.inboxport.inmemory;

/** Value under a key, as an element of a {@link PersistentMap}. Immutable if the value is. */
final class KeyedValue<K, V> extends KeyedElement<K> {
  private final V value;

  KeyedValue(K key, V value) {
    super(key);
    this.value = value;
  }

  V value() {
    return value;
  }
}
