package io.inboxport.properties;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * Wish of a generator for a random draw.
 *
 * @param edges draws that tend to find mistakes, the simplest first; they come more often
 * @param choice takes any other draw
 */
record DrawWish(List<Long> edges, ToLongFunction<SplittableRandom> choice) {
  /** Above this many choices, low numbers are worth more than an even choice gives them. */
  private static final long FEW = 32;

  static DrawWish of(ToLongFunction<SplittableRandom> choice) {
    return new DrawWish(List.of(), choice);
  }

  /** Each number from 0 to the highest as often as any other. */
  static DrawWish evenly(long max) {
    return of(random -> even(random, max));
  }

  /** Numbers from 0 to the highest: both ends more often, and half of the others low. */
  static DrawWish ends(long max) {
    var edges = LongStream.of(0, max, 1, max - 1, 2).filter(edge -> edge >= 0 && edge <= max);
    return new DrawWish(edges.distinct().boxed().toList(), random -> low(random, max));
  }

  static long even(SplittableRandom random, long max) {
    return max == Long.MAX_VALUE ? random.nextLong() & max : random.nextLong(max + 1);
  }

  private static long low(SplittableRandom random, long max) {
    if (max < FEW || random.nextBoolean()) {
      return even(random, max);
    }
    int bits = random.nextInt(Long.SIZE - Long.numberOfLeadingZeros(max) + 1);
    return even(random, Math.min(max, (1L << bits) - 1));
  }
}
