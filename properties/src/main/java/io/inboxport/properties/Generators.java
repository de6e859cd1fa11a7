package io.inboxport.properties;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Generators of common values. Bounds belong to the values. Bounds, neighbours of bounds and 0 come
 * first and often. Collections cannot be changed.
 */
public final class Generators {
  /** Size up to which collections and texts grow when no size is given. */
  public static final int USUAL_SIZE = 255;

  private Generators() {}

  /** Function of three values. */
  @FunctionalInterface
  public interface Combination<
      A extends @Nullable Object,
      B extends @Nullable Object,
      C extends @Nullable Object,
      R extends @Nullable Object> {
    /** Makes one value of three. */
    R of(A a, B b, C c);
  }

  /** Generator with the number of times that it is taken among others. */
  public record Weighted<T extends @Nullable Object>(
      int weight, Generator<? extends T> generator) {}

  /** Always this value. */
  public static <T extends @Nullable Object> Generator<T> just(T value) {
    return draws -> value;
  }

  /** One of these values; the first is the simplest. */
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is read only.
  public static <T> Generator<T> choice(T... values) {
    return choice(List.of(values));
  }

  /** One of these values; the first is the simplest. */
  public static <T> Generator<T> choice(List<? extends T> values) {
    var all = List.copyOf(values);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to choose from.");
    }
    return draws -> all.get((int) draws.upTo(all.size() - 1, DrawWish.evenly(all.size() - 1)));
  }

  /** One of the constants of an enum; the first is the simplest. */
  public static <E extends Enum<E>> Generator<E> enums(Class<E> type) {
    return choice(List.of(type.getEnumConstants()));
  }

  /** Either truth value; false is simpler. */
  public static Generator<Boolean> booleans() {
    return choice(false, true);
  }

  /** A value of one of these generators, of each as often; the first is the simplest. */
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is read only.
  public static <T extends @Nullable Object> Generator<T> oneOf(
      Generator<? extends T>... generators) {
    return choice(generators).flatMap(generator -> generator);
  }

  /** A generator that {@link #frequency} takes so many times in the sum of all weights. */
  public static <T extends @Nullable Object> Weighted<T> weighted(
      int weight, Generator<? extends T> generator) {
    return new Weighted<>(weight, generator);
  }

  /** A value of one of these generators, by their weights; the first is the simplest. */
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is read only.
  public static <T extends @Nullable Object> Generator<T> frequency(
      Weighted<? extends T>... weighted) {
    var all = List.of(weighted);
    var lots = new ArrayList<Long>();
    for (int i = 0; i < all.size(); i++) {
      lots.addAll(Collections.nCopies(all.get(i).weight(), (long) i));
    }
    var wish = DrawWish.of(random -> lots.get(random.nextInt(lots.size())));
    return draws -> all.get((int) draws.upTo(all.size() - 1, wish)).generator().from(draws);
  }

  /** Values that the function makes of two. */
  public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
      Generator<R> combine(
          Generator<A> a, Generator<B> b, BiFunction<? super A, ? super B, ? extends R> function) {
    return draws -> function.apply(a.from(draws), b.from(draws));
  }

  /** Values that the function makes of three. */
  public static <
          A extends @Nullable Object,
          B extends @Nullable Object,
          C extends @Nullable Object,
          R extends @Nullable Object>
      Generator<R> combine(
          Generator<A> a,
          Generator<B> b,
          Generator<C> c,
          Combination<? super A, ? super B, ? super C, ? extends R> function) {
    return draws -> function.of(a.from(draws), b.from(draws), c.from(draws));
  }

  /** Any integer. */
  public static Generator<Integer> integers() {
    return integers(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Integers between these two, both included. */
  public static Generator<Integer> integers(int min, int max) {
    return longs(min, max).map(Math::toIntExact);
  }

  /** Any long. */
  public static Generator<Long> longs() {
    return longs(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Longs between these two, both included. The nearest to 0 is the simplest. */
  public static Generator<Long> longs(long min, long max) {
    if (min > max) {
      throw new IllegalArgumentException("No number is between " + min + " and " + max + ".");
    }
    if (min >= 0) {
      var wish = DrawWish.ends(max - min);
      return draws -> min + draws.upTo(max - min, wish);
    }
    if (max < 0) {
      return longs(-1 - max, -1 - min).map(number -> -1 - number);
    }
    var positive = longs(0, max);
    var negative = longs(0, -1 - min).map(number -> -1 - number);
    double share = Math.max(0.1, Math.min(0.9, min / ((double) min - max)));
    return draws -> draws.yes(share) ? negative.from(draws) : positive.from(draws);
  }

  /** Any UTF-16 unit, unpaired surrogates included. */
  public static Generator<Character> characters() {
    return draws -> (char) TextDraws.unit(draws);
  }

  /** UTF-16 units between these two, both included; the first is the simplest. */
  public static Generator<Character> characters(char first, char last) {
    return longs(first, last).map(number -> (char) number.longValue());
  }

  /** Texts of any characters: all planes, control characters and unpaired surrogates. */
  public static Generator<String> strings() {
    return strings(0, USUAL_SIZE);
  }

  /** Texts of any characters, of at least and at most so many UTF-16 units. */
  public static Generator<String> strings(int min, int max) {
    var sizes = sizes(min, max);
    return draws -> TextDraws.text(draws, min, max, sizes);
  }

  /** Texts of these characters, of at least and at most so many. */
  public static Generator<String> strings(Generator<Character> characters, int min, int max) {
    return lists(characters, min, max)
        .map(
            list -> {
              var text = new StringBuilder(list.size());
              list.forEach(text::append);
              return text.toString();
            });
  }

  /** Arrays of at least and at most so many bytes. */
  public static Generator<byte[]> bytes(int min, int max) {
    return lists(integers(Byte.MIN_VALUE, Byte.MAX_VALUE), min, max)
        .map(
            list -> {
              byte[] bytes = new byte[list.size()];
              for (int i = 0; i < bytes.length; i++) {
                bytes[i] = list.get(i).byteValue();
              }
              return bytes;
            });
  }

  /** Lists of at most {@value #USUAL_SIZE} elements, often of few. */
  public static <T extends @Nullable Object> Generator<List<T>> lists(Generator<T> elements) {
    return lists(elements, 0, USUAL_SIZE);
  }

  /** Lists of at least and at most so many elements, often of few. */
  public static <T extends @Nullable Object> Generator<List<T>> lists(
      Generator<T> elements, int min, int max) {
    return lists(elements, min, max, sizes(min, max));
  }

  /** Lists of at least and at most so many elements, of each size as often as of any other. */
  public static <T extends @Nullable Object> Generator<List<T>> listsOfEvenSizes(
      Generator<T> elements, int min, int max) {
    return lists(elements, min, max, DrawWish.evenly(span(min, max)));
  }

  private static <T extends @Nullable Object> Generator<List<T>> lists(
      Generator<T> elements, int min, int max, DrawWish sizes) {
    return draws -> {
      var list = new ArrayList<T>();
      draws.repeat(
          min,
          max,
          sizes,
          count -> {
            list.add(elements.from(draws));
            return 1;
          });
      return Collections.unmodifiableList(list);
    };
  }

  /**
   * Sets of at least and at most so many elements. A set stays smaller than wished if no new
   * element is found.
   */
  public static <T extends @Nullable Object> Generator<Set<T>> sets(
      Generator<T> elements, int min, int max) {
    var sizes = sizes(min, max);
    return draws -> {
      var set = new LinkedHashSet<T>();
      draws.repeat(min, max, sizes, count -> addNew(draws, set, elements, min));
      return Collections.unmodifiableSet(set);
    };
  }

  /** Maps of at least and at most so many keys; see {@link #sets}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Generator<Map<K, V>> maps(
      Generator<K> keys, Generator<V> values, int min, int max) {
    return sets(keys, min, max)
        .flatMap(
            set ->
                draws -> {
                  var map = new LinkedHashMap<K, V>();
                  set.forEach(key -> map.put(key, values.from(draws)));
                  return Collections.unmodifiableMap(map);
                });
  }

  private static <T extends @Nullable Object> int addNew(
      CaseDraws draws, Set<T> set, Generator<T> elements, int min) {
    try {
      set.add(draws.firstThat(element -> !set.contains(element), elements));
      return 1;
    } catch (UnmetFilterException e) {
      if (draws.repeats() || set.size() < min) {
        throw e;
      }
      return 0;
    }
  }

  private static DrawWish sizes(int min, int max) {
    return DrawWish.ends(span(min, max));
  }

  private static long span(int min, int max) {
    if (min < 0 || min > max) {
      throw new IllegalArgumentException("No size is between " + min + " and " + max + ".");
    }
    return (long) max - min;
  }
}
