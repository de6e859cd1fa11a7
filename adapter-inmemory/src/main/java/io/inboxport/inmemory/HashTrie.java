package io.inboxport.inmemory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from keys to elements: putting one makes a new map that shares all but the path
 * to it. So a reader needs no lock, and a snapshot is a reference.
 *
 * <p>A hash array mapped trie, as Phil Bagwell describes it. A slot holds a node, one element, or
 * an array of elements whose hashes are equal in all bits.
 */
final class HashTrie<K, E extends Keyed<K>> {
  private static final int BITS = 5;
  private static final HashTrie<?, ?> EMPTY = new HashTrie<>(new Node(0, new Object[0]));

  private final Node root;

  private HashTrie(Node root) {
    this.root = root;
  }

  @SuppressWarnings("unchecked") // It holds no element.
  static <K, E extends Keyed<K>> HashTrie<K, E> empty() {
    return (HashTrie<K, E>) EMPTY;
  }

  @Nullable E get(K key) {
    int hash = spread(key);
    var node = root;
    for (int shift = 0; ; shift += BITS) {
      int bit = 1 << (hash >>> shift);
      if ((node.present & bit) == 0) {
        return null;
      }
      var slot = node.slots[node.indexOf(bit)];
      if (!(slot instanceof Node next)) {
        return slot instanceof Object[] equals ? among(equals, key) : only(slot, key);
      }
      node = next;
    }
  }

  boolean contains(K key) {
    return get(key) != null;
  }

  /** This map with the element, in place of the one that has its key. */
  HashTrie<K, E> with(E element) {
    return new HashTrie<>(with(root, 0, spread(element.key()), element));
  }

  private Node with(Node node, int shift, int hash, E element) {
    int bit = 1 << (hash >>> shift);
    int index = node.indexOf(bit);
    if ((node.present & bit) == 0) {
      return node.insert(bit, index, element);
    }
    var slot = node.slots[index];
    if (slot instanceof Node next) {
      return node.replace(index, with(next, shift + BITS, hash, element));
    }
    var old = slot instanceof Object[] equals ? equals : new Object[] {slot};
    int oldHash = spread(this.<E>cast(old[0]).key());
    if (oldHash == hash) {
      return node.replace(index, beside(old, element));
    }
    int down = shift + BITS;
    var pushed = new Node(1 << (oldHash >>> down), new Object[] {slot});
    return node.replace(index, with(pushed, down, hash, element));
  }

  /** The slot for elements of one hash, with the element added or replaced. */
  private Object beside(Object[] old, E element) {
    for (int i = 0; i < old.length; i++) {
      if (this.<E>cast(old[i]).key().equals(element.key())) {
        var replaced = old.clone();
        replaced[i] = element;
        return old.length == 1 ? element : replaced;
      }
    }
    var more = Arrays.copyOf(old, old.length + 1);
    more[old.length] = element;
    return more;
  }

  private @Nullable E only(Object slot, K key) {
    E element = cast(slot);
    return element.key().equals(key) ? element : null;
  }

  private @Nullable E among(Object[] equals, K key) {
    for (var slot : equals) {
      var element = only(slot, key);
      if (element != null) {
        return element;
      }
    }
    return null;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Only elements are put in.
  private <T> T cast(Object slot) {
    return (T) slot;
  }

  /** The ids of one prefix differ in their last digits only: let every bit of the hash count. */
  private static int spread(Object key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  /** Only the slots that are present, in the order of their bits. */
  private record Node(int present, @SuppressWarnings("ArrayRecordComponent") Object[] slots) {
    int indexOf(int bit) {
      return Integer.bitCount(present & (bit - 1));
    }

    Node insert(int bit, int index, Object slot) {
      var more = new Object[slots.length + 1];
      System.arraycopy(slots, 0, more, 0, index);
      more[index] = slot;
      System.arraycopy(slots, index, more, index + 1, slots.length - index);
      return new Node(present | bit, more);
    }

    Node replace(int index, Object slot) {
      var other = slots.clone();
      other[index] = slot;
      return new Node(present, other);
    }
  }
}
