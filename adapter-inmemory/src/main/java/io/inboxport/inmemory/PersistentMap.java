package io.inboxport.inmemory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Immutable map from keys to elements. Adding one makes a new map that shares all but the path to
 * it. So a reader needs no lock, and a snapshot is a reference.
 *
 * <p>A tree. A node is an element, a bucket or a branch. A bucket is an array of a few elements. A
 * branch is an array of nodes selected by six bits of the hash.
 */
final class PersistentMap<K, E extends KeyedElement<K>> {
  private static final int BRANCH_BITS = 6;
  private static final int BRANCH_MASK = (1 << BRANCH_BITS) - 1;
  private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(new KeyedElement<?>[0]);

  /**
   * Largest bucket: one more element makes it a branch, unless no bit of the hash is left that
   * tells the elements apart.
   */
  private static final int BUCKET_SIZE = 8;

  private final Object root;

  private PersistentMap(Object root) {
    this.root = root;
  }

  @SuppressWarnings("unchecked") // It holds no element.
  static <K, E extends KeyedElement<K>> PersistentMap<K, E> empty() {
    return (PersistentMap<K, E>) EMPTY;
  }

  @Nullable E get(K key) {
    int hash = key.hashCode();
    int path = spread(hash);
    Object node = root;
    while (isBranch(node)) {
      node = ((Object[]) node)[path & BRANCH_MASK];
      path >>>= BRANCH_BITS;
    }
    if (node instanceof KeyedElement<?>[] bucket) {
      for (var element : bucket) {
        if (element.hash() == hash && key.equals(element.key())) {
          return cast(element);
        }
      }
      return null;
    }
    var element = (KeyedElement<?>) node;
    return element != null && element.hash() == hash && key.equals(element.key())
        ? cast(element)
        : null;
  }

  @SuppressWarnings("unchecked") // It holds no others.
  private E cast(KeyedElement<?> element) {
    return (E) element;
  }

  boolean contains(K key) {
    return get(key) != null;
  }

  /** Returns this map with the element, in place of the one that has its key. */
  PersistentMap<K, E> with(E element) {
    return new PersistentMap<>(with(root, 0, element));
  }

  private static Object with(@Nullable Object node, int shift, KeyedElement<?> element) {
    if (node == null) {
      return element;
    }
    if (isBranch(node)) {
      return inBranch((Object[]) node, shift, element);
    }
    if (node instanceof KeyedElement<?>[] bucket) {
      return inBucket(bucket, shift, element);
    }
    var single = (KeyedElement<?>) node;
    return single.key().equals(element.key())
        ? element
        : inBucket(new KeyedElement<?>[] {single}, shift, element);
  }

  private static Object[] inBranch(Object[] branch, int shift, KeyedElement<?> element) {
    int index = spread(element.hash()) >>> shift & BRANCH_MASK;
    var copy = branch.clone();
    copy[index] = with(branch[index], shift + BRANCH_BITS, element);
    return copy;
  }

  private static Object inBucket(KeyedElement<?>[] bucket, int shift, KeyedElement<?> element) {
    for (int i = 0; i < bucket.length; i++) {
      if (bucket[i].key().equals(element.key())) {
        var copy = bucket.clone();
        copy[i] = element;
        return copy;
      }
    }
    if (bucket.length < BUCKET_SIZE || shift >= Integer.SIZE) {
      var copy = Arrays.copyOf(bucket, bucket.length + 1);
      copy[bucket.length] = element;
      return copy;
    }
    var branch = new Object[1 << BRANCH_BITS];
    for (var each : bucket) {
      branch = inBranch(branch, shift, each);
    }
    return inBranch(branch, shift, element);
  }

  /** Returns this map without the element that has this key. */
  PersistentMap<K, E> without(K key) {
    var left = without(root, spread(key.hashCode()), key);
    return left == null ? empty() : new PersistentMap<>(left);
  }

  private static @Nullable Object without(@Nullable Object node, int path, Object key) {
    if (node == null) {
      return null;
    }
    if (isBranch(node)) {
      @Nullable Object[] copy = ((@Nullable Object[]) node).clone();
      int index = path & BRANCH_MASK;
      copy[index] = without(copy[index], path >>> BRANCH_BITS, key);
      return copy;
    }
    if (node instanceof KeyedElement<?>[] bucket) {
      return Arrays.stream(bucket)
          .filter(element -> !element.key().equals(key))
          .toArray(KeyedElement<?>[]::new);
    }
    return ((KeyedElement<?>) node).key().equals(key) ? null : node;
  }

  private static boolean isBranch(@Nullable Object node) {
    return node != null && node.getClass() == Object[].class;
  }

  /** Mixes every bit of the hash into the lowest: ids differ in their last digits only. */
  private static int spread(int hash) {
    int product = hash * 0x9E3779B9;
    return product ^ product >>> 16;
  }
}
