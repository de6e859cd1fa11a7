package io.inboxport.inmemory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Immutable sequence that may have gaps. Setting an element makes a new one that shares all but the
 * path to it. So a reader needs no lock, and a snapshot is a reference.
 *
 * <p>A tree of arrays of up to 32 slots, each only as long as its last element needs.
 */
final class PersistentVector<T> {
  private static final int BRANCH_BITS = 5;
  private static final int BRANCH_MASK = (1 << BRANCH_BITS) - 1;
  private static final PersistentVector<?> EMPTY = new PersistentVector<>(new Object[0], 0, 0);

  private final @Nullable Object[] root;
  private final int shift;
  private final int size;

  private PersistentVector(@Nullable Object[] root, int shift, int size) {
    this.root = root;
    this.shift = shift;
    this.size = size;
  }

  @SuppressWarnings("unchecked") // It holds no element.
  static <T> PersistentVector<T> empty() {
    return (PersistentVector<T>) EMPTY;
  }

  /** Returns one more than the index of the last element. */
  int size() {
    return size;
  }

  /** Returns the element, or null in a gap or behind the end. */
  @SuppressWarnings("unchecked") // Leaves hold elements, all else holds arrays.
  @Nullable T get(int index) {
    if (index >= size) {
      return null;
    }
    Object node = root;
    for (int level = shift; level >= 0; level -= BRANCH_BITS) {
      var slots = (Object[]) node;
      int slot = (index >>> level) & BRANCH_MASK;
      if (slot >= slots.length || slots[slot] == null) {
        return null;
      }
      node = slots[slot];
    }
    return (T) node;
  }

  /** Returns the element, which is known to be there. */
  T at(int index) {
    return Objects.requireNonNull(get(index));
  }

  /** Returns the elements, gaps left out. */
  List<T> toList() {
    var list = new ArrayList<T>(size);
    for (int i = 0; i < size; i++) {
      var element = get(i);
      if (element != null) {
        list.add(element);
      }
    }
    return Collections.unmodifiableList(list);
  }

  PersistentVector<T> append(T element) {
    return with(size, element);
  }

  PersistentVector<T> with(int index, T element) {
    var top = root;
    int level = shift;
    while (index >>> level > BRANCH_MASK) {
      top = new Object[] {top};
      level += BRANCH_BITS;
    }
    return new PersistentVector<>(
        with(top, level, index, element), level, Math.max(size, index + 1));
  }

  private static @Nullable Object[] with(
      @Nullable Object[] node, int level, int index, Object element) {
    int slot = (index >>> level) & BRANCH_MASK;
    var copy = Arrays.copyOf(node, Math.max(node.length, slot + 1));
    if (level == 0) {
      copy[slot] = element;
    } else {
      var child = copy[slot] == null ? new Object[0] : (Object[]) copy[slot];
      copy[slot] = with(child, level - BRANCH_BITS, index, element);
    }
    return copy;
  }
}
