package io.inboxport.inmemory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values by key, in the order in which their keys came. A value that replaces another one keeps its
 * place. Immutable.
 */
final class OrderedEntries<K, V> {
  private final PersistentMap<K, KeyedValue<K, V>> byKey;
  private final PersistentVector<K> order;

  private OrderedEntries(PersistentMap<K, KeyedValue<K, V>> byKey, PersistentVector<K> order) {
    this.byKey = byKey;
    this.order = order;
  }

  static <K, V> OrderedEntries<K, V> empty() {
    return new OrderedEntries<>(PersistentMap.empty(), PersistentVector.empty());
  }

  boolean contains(K key) {
    return byKey.contains(key);
  }

  /** Returns the value of this key, or null if there is none. */
  @Nullable V get(K key) {
    var found = byKey.get(key);
    return found == null ? null : found.value();
  }

  /** Returns how many keys came so far, those that left included. */
  int everCame() {
    return order.size();
  }

  /** Returns the values, first to last. */
  Stream<V> values() {
    return keys().stream().map(byKey::get).filter(Objects::nonNull).map(KeyedValue::value);
  }

  private List<K> keys() {
    var keys = new ArrayList<K>();
    for (int i = 0; i < order.size(); i++) {
      keys.add(order.at(i));
    }
    return keys;
  }

  OrderedEntries<K, V> with(K key, V value) {
    return new OrderedEntries<>(
        byKey.with(new KeyedValue<>(key, value)), byKey.contains(key) ? order : order.append(key));
  }

  /** Returns the entries without this key, which does not come back. */
  OrderedEntries<K, V> without(K key) {
    return new OrderedEntries<>(byKey.without(key), order);
  }
}
