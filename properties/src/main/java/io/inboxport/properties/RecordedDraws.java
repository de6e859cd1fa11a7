package io.inboxport.properties;

/** Draws that are given: too high ones are lowered, and 0 follows the last. */
final class RecordedDraws implements DrawSource {
  private final long[] values;
  private int taken;

  RecordedDraws(long[] values) {
    this.values = values;
  }

  @Override
  public long next(long max, DrawWish wish) {
    return taken < values.length ? Math.min(values[taken++], max) : 0;
  }

  @Override
  public long aim(long max, DrawWish wish) {
    return 0;
  }

  @Override
  public boolean repeats() {
    return true;
  }
}
