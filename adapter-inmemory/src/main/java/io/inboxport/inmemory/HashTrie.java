package io.inboxport.inmemory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from keys to elements: putting one makes a new map that shares all but the path
 * to it. So a reader needs no lock, and a snapshot is a reference.
 *
 * <p>A tree: a node is a branch, which is an array of nodes selected by six bits of the hash, or a
 * bucket, which is an array of a few elements.
 */
final class HashTrie<K, E extends Keyed<K>> {
  private static final int BITS = 6;
  private static final int MASK = (1 << BITS) - 1;
  private static final HashTrie<?, ?> EMPTY = new HashTrie<>(new Object[0]);

  /**
   * More elements than these make a bucket a branch, unless no bit is left that tells them apart.
   */
  private static final int BUCKET = 8;

  private final Object[] root;

  private HashTrie(Object[] root) {
    this.root = root;
  }

  @SuppressWarnings("unchecked") // It holds no element.
  static <K, E extends Keyed<K>> HashTrie<K, E> empty() {
    return (HashTrie<K, E>) EMPTY;
  }

  @SuppressWarnings("unchecked") // Buckets hold elements only.
  @Nullable E get(K key) {
    int hash = key.hashCode();
    int path = spread(hash);
    var node = root;
    while (node instanceof Object[][] branch) {
      node = branch[path & MASK];
      if (node == null) {
        return null;
      }
      path >>>= BITS;
    }
    for (var slot : node) {
      var element = (E) slot;
      if (element.hash() == hash && key.equals(element.key())) {
        return element;
      }
    }
    return null;
  }

  boolean contains(K key) {
    return get(key) != null;
  }

  /** This map with the element, in place of the one that has its key. */
  HashTrie<K, E> with(E element) {
    return new HashTrie<>(with(root, 0, element));
  }

  private static Object[] with(Object @Nullable [] node, int shift, Keyed<?> element) {
    if (node == null) {
      return new Object[] {element};
    }
    if (node instanceof Object[][] branch) {
      int index = spread(element.hash()) >>> shift & MASK;
      var copy = branch.clone();
      copy[index] = with(branch[index], shift + BITS, element);
      return copy;
    }
    for (int i = 0; i < node.length; i++) {
      if (((Keyed<?>) node[i]).key().equals(element.key())) {
        var copy = node.clone();
        copy[i] = element;
        return copy;
      }
    }
    if (node.length < BUCKET || shift >= Integer.SIZE) {
      var copy = Arrays.copyOf(node, node.length + 1);
      copy[node.length] = element;
      return copy;
    }
    return with(split(node, shift), shift, element);
  }

  private static Object[] split(Object[] bucket, int shift) {
    Object[] branch = new Object[1 << BITS][];
    for (var element : bucket) {
      branch = with(branch, shift, (Keyed<?>) element);
    }
    return branch;
  }

  /** Ids differ in their last digits only: lets every bit of the hash count in the lowest. */
  private static int spread(int hash) {
    int product = hash * 0x9E3779B9;
    return product ^ product >>> 16;
  }
}
