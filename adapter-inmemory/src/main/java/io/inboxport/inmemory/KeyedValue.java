package io.inboxport.inmemory;

/** A value under a key. Immutable, where the value is. */
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
