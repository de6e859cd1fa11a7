package io.inboxport.properties;

import static io.inboxport.properties.Generators.bytes;
import static io.inboxport.properties.Generators.characters;
import static io.inboxport.properties.Generators.choice;
import static io.inboxport.properties.Generators.combine;
import static io.inboxport.properties.Generators.frequency;
import static io.inboxport.properties.Generators.integers;
import static io.inboxport.properties.Generators.just;
import static io.inboxport.properties.Generators.lists;
import static io.inboxport.properties.Generators.longs;
import static io.inboxport.properties.Generators.maps;
import static io.inboxport.properties.Generators.oneOf;
import static io.inboxport.properties.Generators.sets;
import static io.inboxport.properties.Generators.strings;
import static io.inboxport.properties.Generators.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The simplest case that fails is reached, from whatever case the seed finds. */
class ShrinkingTest {
  private static final int SEEDS = 20;

  /** The simplest values for which the condition does not hold, from several beginnings. */
  private static <T> Set<String> simplest(Generator<T> values, Predicate<? super T> holds) {
    var found = new HashSet<String>();
    for (int seed = 0; seed < SEEDS; seed++) {
      var check = PropertyCheck.ofCases(5_000).withSeed(seed);
      var failure =
          catchThrowableOfType(
              PropertyFailure.class,
              () -> check.forAll(values, value -> assertThat(holds.test(value)).isTrue()));
      found.add(failure.toString().lines().skip(1).findFirst().orElseThrow().substring(5));
    }
    return found;
  }

  @Test
  void numbers_get_near_to_zero() {
    assertThat(simplest(longs(), n -> n < 1_000_000_007)).containsExactly("1000000007");
    assertThat(simplest(longs(), n -> n > -1_000_000_007)).containsExactly("-1000000007");
    assertThat(simplest(integers(-100, -10), n -> n > -37)).containsExactly("-37");
    assertThat(simplest(longs(), n -> n != Long.MIN_VALUE))
        .containsExactly(Long.toString(Long.MIN_VALUE));
    assertThat(simplest(longs(), n -> false)).containsExactly("0");
  }

  @Test
  void lists_lose_what_does_not_matter() {
    assertThat(simplest(lists(integers()), list -> list.stream().noneMatch(n -> n > 42)))
        .containsExactly("[43]");
    assertThat(simplest(lists(integers()), list -> list.size() < 5))
        .containsExactly("[0, 0, 0, 0, 0]");
    assertThat(simplest(lists(integers(), 3, 9), list -> list.stream().noneMatch(n -> n < -7)))
        .containsExactly("[0, 0, -8]");
  }

  @Test
  void lists_of_lists_do_too() {
    assertThat(
            simplest(
                lists(lists(integers(), 0, 20), 0, 20),
                list -> list.stream().mapToInt(List::size).sum() < 3))
        .isSubsetOf("[[0, 0, 0]]", "[[], [0, 0, 0]]", "[[0], [0, 0]]", "[[0, 0], [0]]")
        .contains("[[0, 0, 0]]");
  }

  @Test
  void what_has_to_be_equal_stays_equal() {
    assertThat(
            simplest(lists(integers(10, 1_000)), list -> new HashSet<>(list).size() == list.size()))
        .containsExactly("[10, 10]");
    assertThat(
            simplest(
                combine(integers(0, 50), integers(0, 50), List::of),
                pair -> pair.get(0) < 20 || !Objects.equals(pair.get(0), pair.get(1))))
        .containsExactly("[20, 20]");
  }

  @Test
  void texts_end_in_letters() {
    assertThat(simplest(strings(), text -> text.codePoints().count() < 4))
        .containsExactly("\"aaaa\"");
    assertThat(simplest(strings(), text -> text.chars().noneMatch(Character::isDigit)))
        .containsExactly("\"0\"");
    assertThat(
            simplest(
                strings(), text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)))
        .containsExactly("\"\\ud800\"");
    assertThat(
            simplest(
                strings(),
                text -> text.codePoints().noneMatch(Character::isSupplementaryCodePoint)))
        .containsExactly("\"\uD800\uDC00\"");
    assertThat(simplest(strings(characters('x', 'z'), 2, 9), text -> text.indexOf('z') < 0))
        .containsExactly("\"xz\"");
  }

  @Test
  void bytes_sets_and_maps_get_small() {
    assertThat(simplest(bytes(0, 50), array -> array.length < 2 || array[1] > -3))
        .containsExactly("[0, -3]");
    assertThat(simplest(sets(integers(0, 99), 0, 20), set -> set.size() < 3))
        .containsExactly("{0, 1, 2}");
    assertThat(
            simplest(
                maps(integers(0, 99), strings(0, 3), 0, 9),
                (Map<Integer, String> map) -> !map.containsKey(7)))
        .containsExactly("{7=\"\"}");
  }

  @Test
  void mapped_chosen_filtered_and_dependent_values_shrink_as_well() {
    assertThat(simplest(integers(0, 999).map(n -> n * 3), n -> n < 100)).containsExactly("102");
    assertThat(simplest(choice("a", "b", "c", "d"), text -> text.compareTo("b") <= 0))
        .containsExactly("\"c\"");
    assertThat(simplest(integers().filter(n -> n % 7 == 3), n -> n < 50)).containsExactly("52");
    assertThat(
            simplest(
                integers(1, 50).flatMap(size -> lists(integers(0, size), size, size)),
                list -> list.size() < 3))
        .containsExactly("[0, 0, 0]");
    assertThat(simplest(oneOf(just("long"), strings(1, 5)), text -> text.length() > 5))
        .containsExactly("\"long\"");
    assertThat(
            simplest(
                frequency(weighted(1, integers(0, 9)), weighted(9, integers(0, 9_999))),
                n -> n < 5))
        .containsExactly("5");
  }

  @Test
  void null_is_the_simplest() {
    var message =
        catchThrowableOfType(
                PropertyFailure.class,
                () ->
                    PropertyCheck.ofCases(100)
                        .withSeed(1)
                        .forAll(
                            integers().orNull(0.1),
                            number -> {
                              throw new IllegalStateException("always");
                            }))
            .toString();

    assertThat(message).contains("  1: null\n");
  }

  @Test
  void shrinking_keeps_to_the_same_kind_of_failure() {
    var failure =
        catchThrowableOfType(
            PropertyFailure.class,
            () ->
                PropertyCheck.ofCases(1_000)
                    .withoutEdges()
                    .withSeed(3)
                    .forAll(
                        integers(0, 1_000_000),
                        number -> {
                          if (number > 1_000) {
                            throw new IllegalStateException("large");
                          }
                          throw new UnsupportedOperationException("small");
                        }));

    assertThat(failure.toString())
        .containsAnyOf(
            "  1: 1001\nbecause of java.lang.IllegalStateException",
            "  1: 0\nbecause of java.lang.UnsupportedOperationException");
  }

  @Test
  void shrinking_ends_even_if_there_is_much_to_lower() {
    var runs = new AtomicInteger();
    var check = PropertyCheck.ofCases(1).withSeed(1).withoutEdges();
    var large = longs(0, Long.MAX_VALUE).filter(number -> number > 1_000_000_007);

    assertThatThrownBy(
            () ->
                check.forAll(
                    lists(large, 200, 200).map(List::size),
                    size -> assertThat(runs.addAndGet(size)).isNegative()))
        .isInstanceOf(PropertyFailure.class);

    assertThat(runs.get() / 200).isBetween(100, 5_001);
  }
}
