package io.inboxport.inmemory;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Immutable set of small numbers, held in blocks of 1,024 bits; an empty block costs nothing. */
final class NumberSet {
  /** Number of words of 64 bits in a block. */
  static final int WORDS = 16;

  static final NumberSet EMPTY = new NumberSet(PersistentVector.empty(), 0);

  private final PersistentVector<long[]> blocks;
  private final int count;

  private NumberSet(PersistentVector<long[]> blocks, int count) {
    this.blocks = blocks;
    this.count = count;
  }

  /** Returns how many numbers are in the set. */
  int count() {
    return count;
  }

  int blocks() {
    return blocks.size();
  }

  /** Returns the words of a block, not to be written to, or null if it is empty. */
  long @Nullable [] block(int block) {
    return blocks.get(block);
  }

  /** Returns the numbers, smallest first. */
  IntStream numbers() {
    var numbers = IntStream.builder();
    for (int block = 0; block < blocks.size(); block++) {
      var words = blocks.get(block);
      if (words != null) {
        int first = block * WORDS * Long.SIZE;
        BitSet.valueOf(words).stream().forEach(bit -> numbers.add(first + bit));
      }
    }
    return numbers.build();
  }

  /** Returns this set with the number, which is not in it yet. */
  NumberSet with(int number) {
    return flipped(number, count + 1);
  }

  /** Returns this set without the number, which is in it. */
  NumberSet without(int number) {
    return flipped(number, count - 1);
  }

  private NumberSet flipped(int number, int newCount) {
    int block = number / (WORDS * Long.SIZE);
    var old = blocks.get(block);
    var words = old == null ? new long[WORDS] : old.clone();
    words[number / Long.SIZE % WORDS] ^= 1L << number;
    return new NumberSet(blocks.with(block, words), newCount);
  }
}
