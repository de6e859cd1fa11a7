package io.inboxport.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Draws of one case, recorded as they are taken. A draw is a number from 0 to some maximum, and 0
 * is the simplest.
 */
public final class CaseDraws {
  static final int MOST_ATTEMPTS = 100;

  /** Number that was drawn, and the highest that could have been. */
  record Draw(long value, long max) {}

  /**
   * Draws of one element of a list. They can be left out together.
   *
   * @param list tells the elements of one list from those of another
   * @param from the first draw
   * @param to the draw behind the last one
   */
  record Part(int list, int from, int to) {}

  private final DrawSource source;
  private final List<Draw> drawn = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private int lists;

  CaseDraws(DrawSource source) {
    this.source = source;
  }

  /** Draws a number. A random source follows the wish. */
  long upTo(long max, DrawWish wish) {
    long value = source.next(max, wish);
    drawn.add(new Draw(value, max));
    return value;
  }

  /** Decides with the given chance of a yes. No is simpler. */
  boolean yes(double chance) {
    return upTo(1, DrawWish.of(random -> random.nextDouble() < chance ? 1 : 0)) == 1;
  }

  /**
   * Adds elements until there are enough. A draw before each element says whether it comes, so that
   * each can be left out by itself.
   *
   * @param size wishes for a size above the smallest
   * @param element adds an element if there are so many already, and returns by how many there are
   *     more; 0 ends the list, and is allowed at random draws above the smallest size
   */
  void repeat(int min, int max, DrawWish size, IntUnaryOperator element) {
    int list = lists++;
    long wished = min + source.aim((long) max - min, size);
    int count = 0;
    while (count < max) {
      int from = drawn.size();
      boolean free = count >= min;
      long more = free && count < wished ? 1 : 0;
      if (upTo(free ? 1 : 0, DrawWish.of(random -> more)) == 0 && free) {
        return;
      }
      int added = element.applyAsInt(count);
      if (added == 0) {
        forget(from, parts.size());
        drawn.add(new Draw(0, 1));
        return;
      }
      count += added;
      parts.add(new Part(list, from, drawn.size()));
    }
  }

  /** The first value that the condition admits. Random draws of the others are forgotten. */
  <T extends @Nullable Object> T firstThat(Predicate<? super T> condition, Generator<T> generator) {
    int draws = drawn.size();
    int elements = parts.size();
    for (int attempt = 0; attempt < (source.repeats() ? 1 : MOST_ATTEMPTS); attempt++) {
      T value = generator.from(this);
      if (condition.test(value)) {
        return value;
      }
      if (!source.repeats()) {
        forget(draws, elements);
      }
    }
    throw new UnmetFilterException();
  }

  private void forget(int fromDraw, int fromPart) {
    drawn.subList(fromDraw, drawn.size()).clear();
    parts.subList(fromPart, parts.size()).clear();
  }

  /** Returns whether the draws are given, so that trying again brings nothing new. */
  boolean repeats() {
    return source.repeats();
  }

  List<Draw> drawn() {
    return drawn;
  }

  List<Part> parts() {
    return parts;
  }

  long[] values() {
    return drawn.stream().mapToLong(Draw::value).toArray();
  }
}
