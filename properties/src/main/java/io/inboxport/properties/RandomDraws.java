package io.inboxport.properties;

import java.util.SplittableRandom;

/** Random draws, with more or fewer edges among them. */
final class RandomDraws implements DrawSource {
  private static final int SAME_EDGES = 8;
  private static final int ANY_EDGE = -1;
  private static final double SOMETIMES = 0.1;

  private final SplittableRandom random;
  private final int edge;
  private final double chance;

  private RandomDraws(SplittableRandom random, int edge, double chance) {
    this.random = random;
    this.edge = edge;
    this.chance = chance;
  }

  /**
   * Draws for a case of a check. Every second of the first cases takes the same edge everywhere.
   * Later, every eighth case takes edges alone.
   */
  static RandomDraws ofCase(int index, SplittableRandom random) {
    if (index < 2 * SAME_EDGES && index % 2 == 0) {
      return new RandomDraws(random, index / 2, 1);
    }
    boolean edges = index >= 2 * SAME_EDGES && index % 8 == 0;
    return new RandomDraws(random, ANY_EDGE, edges ? 1 : SOMETIMES);
  }

  /** Draws without a preference for edges. */
  static RandomDraws withoutEdges(SplittableRandom random) {
    return new RandomDraws(random, ANY_EDGE, 0);
  }

  @Override
  public long next(long max, DrawWish wish) {
    var edges = wish.edges();
    if (!edges.isEmpty() && random.nextDouble() < chance) {
      return edges.get(edge >= 0 ? edge % edges.size() : random.nextInt(edges.size()));
    }
    return wish.choice().applyAsLong(random);
  }

  @Override
  public long aim(long max, DrawWish wish) {
    return next(max, wish);
  }

  @Override
  public boolean repeats() {
    return false;
  }
}
