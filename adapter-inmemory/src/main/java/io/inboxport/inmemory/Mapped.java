package io.inboxport.inmemory;

/** A value under a key. Immutable, where the value is. */
final class Mapped<K, V> extends Keyed<K> {
  private final V value;

  Mapped(K key, V value) {
    super(key);
    this.value = value;
  }

  V value() {
    return value;
  }
}
