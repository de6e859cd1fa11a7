package io.inboxport.inmemory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query over number sets: finds, block by block, the numbers that are in at least one set of every
 * union. A block that is empty in one union is not looked at in the others.
 */
final class IndexQuery {
  private final List<List<NumberSet>> unions = new ArrayList<>();
  private final NumberSet everything;

  IndexQuery(NumberSet everything) {
    this.everything = everything;
  }

  /** Keeps only numbers that are in one of these sets. */
  void in(List<NumberSet> union) {
    unions.add(union);
    if (unions.size() > 1) {
      unions.sort(Comparator.comparingLong(IndexQuery::count));
    }
  }

  int blocks() {
    return everything.blocks();
  }

  /** Returns how many numbers there are if that takes no counting, or -1. */
  long knownCount() {
    return switch (unions.size()) {
      case 0 -> everything.count();
      case 1 -> unions.get(0).size() == 1 ? count(unions.get(0)) : -1;
      default -> -1;
    };
  }

  /** Returns the words of a block, not to be written to, or null if it is empty. */
  long @Nullable [] block(int block) {
    if (unions.isEmpty()) {
      return everything.block(block);
    }
    long[] result = null;
    for (var union : unions) {
      var words = union(union, block);
      if (words == null) {
        return null;
      }
      result = result == null ? words : intersection(result, words);
    }
    return result;
  }

  private static long @Nullable [] union(List<NumberSet> sets, int block) {
    if (sets.size() == 1) {
      return sets.get(0).block(block);
    }
    long[] result = null;
    for (var set : sets) {
      var words = set.block(block);
      if (words != null) {
        result = result == null ? words.clone() : result;
        for (int i = 0; i < result.length; i++) {
          result[i] |= words[i];
        }
      }
    }
    return result;
  }

  private static long[] intersection(long[] one, long[] other) {
    var result = new long[one.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = one[i] & other[i];
    }
    return result;
  }

  private static long count(List<NumberSet> union) {
    long count = 0;
    for (var set : union) {
      count += set.count();
    }
    return count;
  }
}
