package io.inboxport.properties;

import static io.inboxport.properties.Generators.bytes;
import static io.inboxport.properties.Generators.characters;
import static io.inboxport.properties.Generators.choice;
import static io.inboxport.properties.Generators.combine;
import static io.inboxport.properties.Generators.frequency;
import static io.inboxport.properties.Generators.integers;
import static io.inboxport.properties.Generators.just;
import static io.inboxport.properties.Generators.lists;
import static io.inboxport.properties.Generators.listsOfEvenSizes;
import static io.inboxport.properties.Generators.longs;
import static io.inboxport.properties.Generators.maps;
import static io.inboxport.properties.Generators.oneOf;
import static io.inboxport.properties.Generators.sets;
import static io.inboxport.properties.Generators.strings;
import static io.inboxport.properties.Generators.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GeneratorsTest {
  private static <T extends @Nullable Object> List<T> values(Generator<T> generator) {
    var values = new ArrayList<T>();
    PropertyCheck.ofCases(1_000).withSeed(20_261_127).forAll(generator, values::add);
    return values;
  }

  private static <T extends @Nullable Object> List<T> valuesWithoutEdges(
      int cases, Generator<T> generator) {
    var values = new ArrayList<T>();
    PropertyCheck.ofCases(cases).withSeed(1).withoutEdges().forAll(generator, values::add);
    return values;
  }

  @Test
  void numbers_keep_their_bounds_and_meet_them_early() {
    assertThat(values(longs()).subList(0, 100))
        .contains(0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE);
    assertThat(values(integers()).subList(0, 100))
        .contains(0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE);
    assertThat(values(integers(-7, 90_000)))
        .allMatch(n -> n >= -7 && n <= 90_000)
        .contains(-7, 0, 90_000);
    assertThat(values(integers(-90_000, -7)))
        .allMatch(n -> n >= -90_000 && n <= -7)
        .contains(-90_000, -7);
    assertThat(values(longs(5, 90_000)).subList(0, 16)).contains(5L, 6L, 89_999L, 90_000L);
    assertThat(values(longs(Long.MIN_VALUE, -1))).contains(Long.MIN_VALUE, -1L);
    assertThat(values(integers(4, 4))).containsExactly(4);
  }

  @Test
  void numbers_are_of_every_size() {
    var lengths = values(longs(0, Long.MAX_VALUE)).stream().map(n -> Long.toString(n).length());

    assertThat(lengths).contains(1, 3, 5, 8, 10, 13, 16, 19);
  }

  @Test
  void texts_keep_their_length_and_hold_every_kind_of_character() {
    var texts = values(strings(3, 60));

    assertThat(texts).allMatch(text -> text.length() >= 3 && text.length() <= 60);
    assertThat(texts).extracting(String::length).contains(3, 4, 59, 60);
    var all = String.join("x", texts);
    assertThat(all.codePoints())
        .anyMatch(Character::isSupplementaryCodePoint)
        .anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)
        .anyMatch(Character::isISOControl)
        .contains((int) 'ı', (int) 'İ', (int) 'a', (int) 'Z', (int) '"', 0, 0xFFFF, 0x10FFFF);
    assertThat(values(strings())).contains("").anyMatch(text -> text.length() == 255);
  }

  @Test
  void texts_of_given_characters_hold_no_other() {
    assertThat(values(strings(oneOf(choice('+', '%'), characters('a', 'c')), 0, 9)))
        .allMatch(text -> text.matches("[+%abc]{0,9}"))
        .contains("")
        .anyMatch(text -> text.length() == 9);
    assertThat(values(characters())).contains('a', '\0', '\uD800', '\uFFFF');
  }

  @Test
  void lists_have_every_size_from_none_to_the_most() {
    assertThat(values(lists(integers(), 0, 30)))
        .extracting(List::size)
        .containsAll(IntStream.rangeClosed(0, 30).boxed().toList());
    assertThat(values(lists(integers()))).extracting(List::size).contains(0, 1, 255);
    assertThat(values(bytes(2, 2))).allMatch(array -> array.length == 2);
  }

  @Test
  void lists_of_even_sizes_are_half_as_long_as_the_longest_on_average() {
    assertThat(
            valuesWithoutEdges(10_000, listsOfEvenSizes(just("x"), 1, 100)).stream()
                .mapToInt(List::size)
                .average()
                .orElseThrow())
        .isBetween(49.0, 52.0);
  }

  @Test
  void collections_cannot_be_changed() {
    assertThatThrownBy(() -> values(lists(integers())).get(0).add(1))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> values(sets(integers(), 0, 3)).get(0).add(1))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> values(maps(integers(), just("x"), 0, 3)).get(0).put(1, "y"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void sets_have_as_many_elements_as_they_can() {
    assertThat(values(sets(integers(0, 4), 2, 9)))
        .allMatch(set -> set.size() >= 2 && set.size() <= 5)
        .anyMatch(set -> set.size() == 5);
    assertThat(values(maps(choice("a", "b", "c"), integers(), 1, 2)))
        .extracting(map -> map.size())
        .containsOnly(1, 2);
  }

  @Test
  void what_a_set_of_few_elements_draws_can_be_drawn_again() {
    var pairs = combine(sets(integers(0, 4), 0, 9), longs(), List::of);
    var draws = new CaseDraws(RandomDraws.withoutEdges(new SplittableRandom(5)));
    for (int i = 0; i < 50; i++) {
      pairs.from(draws);
    }
    var again = new CaseDraws(RandomDraws.withoutEdges(new SplittableRandom(5)));
    var repeated = new CaseDraws(new RecordedDraws(draws.values()));

    for (int i = 0; i < 50; i++) {
      assertThat(pairs.from(repeated)).isEqualTo(pairs.from(again));
    }
  }

  @Test
  void choices_follow_their_weights() {
    var values =
        valuesWithoutEdges(
            10_000, frequency(weighted(3, just("often")), weighted(1, just("rare"))));

    assertThat(Collections.frequency(values, "rare")).isBetween(2_300, 2_700);
    assertThat(
            valuesWithoutEdges(10_000, longs(0, 99_999).orNull(0.7)).stream()
                .filter(n -> n == null))
        .hasSizeBetween(6_800, 7_200);
  }

  @Test
  void bounds_that_cross_are_refused() {
    assertThatThrownBy(() -> integers(2, 1)).hasMessage("No number is between 2 and 1.");
    assertThatThrownBy(() -> lists(just(1), 2, 1)).hasMessage("No size is between 2 and 1.");
    assertThatThrownBy(() -> strings(-1, 1)).hasMessage("No size is between -1 and 1.");
    assertThatThrownBy(() -> choice(List.of())).hasMessage("There is nothing to choose from.");
  }
}
