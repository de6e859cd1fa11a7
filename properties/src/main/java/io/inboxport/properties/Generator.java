package io.inboxport.properties;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes values out of the draws of a case, the same value out of the same draws. Lower draws make
 * simpler values, so that every generator shrinks, those put together from others too.
 *
 * <p>A generator of values with several parts is a lambda that makes each part:
 *
 * <pre>{@code
 * Generator<Point> points = draws -> new Point(numbers.from(draws), numbers.from(draws));
 * }</pre>
 */
@FunctionalInterface
public interface Generator<T extends @Nullable Object> {
  /** The next value, made of the next draws. */
  T from(CaseDraws draws);

  /** The values that the function makes of these. */
  default <R extends @Nullable Object> Generator<R> map(Function<? super T, ? extends R> function) {
    return draws -> function.apply(from(draws));
  }

  /** Values of the generator that the function makes of a value of this one. */
  default <R extends @Nullable Object> Generator<R> flatMap(
      Function<? super T, ? extends Generator<? extends R>> function) {
    return draws -> function.apply(from(draws)).from(draws);
  }

  /**
   * Those values that the condition admits. After {@value CaseDraws#MOST_ATTEMPTS} values in a row
   * that it does not admit, the case is given up for another one.
   */
  default Generator<T> filter(Predicate<? super T> condition) {
    return draws -> draws.firstThat(condition, this);
  }

  /** These values, and null with the given chance between 0 and 1. Null is the simplest. */
  @SuppressWarnings("NullAway") // It reads the @Nullable of a type argument from JDK 22 on only.
  default Generator<@Nullable T> orNull(double chance) {
    return draws -> draws.yes(1 - chance) ? from(draws) : null;
  }
}
