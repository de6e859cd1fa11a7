package io.inboxport.properties;

import static io.inboxport.properties.Generators.booleans;
import static io.inboxport.properties.Generators.enums;
import static io.inboxport.properties.Generators.integers;
import static io.inboxport.properties.Generators.lists;
import static io.inboxport.properties.Generators.longs;
import static io.inboxport.properties.Generators.strings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PropertyCheckTest {
  private static PropertyFailure failure(PropertyCheck check, Generator<Integer> numbers) {
    return catchThrowableOfType(
        PropertyFailure.class,
        () -> check.forAll(numbers, number -> assertThat(number).isLessThan(777)));
  }

  private static List<String> cases(long seed, int count) {
    var seen = new ArrayList<String>();
    PropertyCheck.ofCases(count).withSeed(seed).forAll(strings(), seen::add);
    return seen;
  }

  @Test
  void a_property_that_holds_is_checked_on_as_many_cases_as_were_asked_for() {
    var seen = new ArrayList<Long>();

    var summary = PropertyCheck.ofCases(123).withSeed(7).forAll(longs(), seen::add);

    assertThat(seen).hasSize(123);
    assertThat(summary).isEqualTo(new CheckSummary(7, 123, false));
  }

  @Test
  void a_failure_shows_the_simplest_case_the_first_one_and_the_seed() {
    var failure = failure(PropertyCheck.ofCases(500).withSeed(42), integers(0, 1_000_000));

    assertThat(failure.seed()).isEqualTo(42);
    assertThat(failure)
        .hasMessageStartingWith("The property does not hold for:\n  1: 777\nbecause of ")
        .hasMessageContaining("It was found as:\n  1: ")
        .hasMessageEndingWith("To repeat it, add -Dinboxport.seed=42");
    assertThat(failure.getCause()).isInstanceOf(AssertionError.class).hasMessageContaining("777");
  }

  @Test
  void a_failure_shows_all_values_as_they_were_before_the_check() {
    assertThatThrownBy(
            () ->
                PropertyCheck.ofCases(100)
                    .forAll(
                        strings(2, 2),
                        booleans(),
                        Generators.bytes(1, 3),
                        (text, truth, bytes) -> {
                          bytes[0] = 99;
                          throw new IOException("always");
                        }))
        .isInstanceOf(PropertyFailure.class)
        .hasMessageContaining("  1: \"aa\"\n  2: false\n  3: [0]\n")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void the_seed_of_a_failure_finds_it_again() {
    var first = failure(PropertyCheck.ofCases(500).withoutEdges(), integers());
    var again =
        failure(PropertyCheck.ofCases(500).withoutEdges().withSeed(first.seed()), integers());

    assertThat(again).hasMessage(first.getMessage());
  }

  @Test
  void the_same_seed_makes_the_same_cases_and_another_one_makes_others() {
    assertThat(cases(1, 200)).isEqualTo(cases(1, 200)).isNotEqualTo(cases(2, 200));
    assertThat(cases(1, 200)).startsWith(cases(1, 50).toArray(new String[0]));
  }

  @Test
  void without_a_seed_each_check_takes_another_one() {
    var one = PropertyCheck.ofCases(1).forAll(longs(), number -> {});
    var other = PropertyCheck.ofCases(1).forAll(longs(), number -> {});

    assertThat(one.seed() == other.seed()).isEqualTo(System.getProperty("inboxport.seed") != null);
  }

  @Test
  void the_simplest_case_comes_first() {
    var seen = new ArrayList<List<Integer>>();
    PropertyCheck.ofCases(100).forAll(lists(integers()), seen::add);

    assertThat(seen.get(0)).isEmpty();
  }

  @Test
  void where_there_are_few_cases_each_is_checked_once() {
    var seen = new ArrayList<List<Object>>();

    var summary =
        PropertyCheck.ofCases(100)
            .forAll(
                enums(TimeUnit.class),
                booleans(),
                integers(-2, 2).filter(number -> number % 2 == 0),
                (unit, truth, number) -> seen.add(List.of(unit, truth, number)));

    assertThat(seen).doesNotHaveDuplicates().hasSize(7 * 2 * 3);
    assertThat(summary.complete()).isTrue();
    assertThat(summary.cases()).isEqualTo(seen.size());
  }

  @Test
  void lists_of_few_are_counted_through_too() {
    var seen = new ArrayList<List<Boolean>>();
    PropertyCheck.ofCases(15).forAll(lists(booleans(), 0, 3), seen::add);

    assertThat(seen).doesNotHaveDuplicates().hasSize(1 + 2 + 4 + 8);
  }

  @Test
  void one_case_more_than_asked_for_is_left_to_chance() {
    var summary =
        PropertyCheck.ofCases(14)
            .forAll(lists(booleans(), 0, 3), list -> assertThat(list).isNotNull());

    assertThat(summary.complete()).isFalse();
    assertThat(summary.cases()).isEqualTo(14);
  }

  @Test
  void a_failing_case_among_few_is_found_for_sure() {
    assertThatThrownBy(
            () ->
                PropertyCheck.ofCases(256)
                    .forAll(
                        integers(0, 15),
                        integers(0, 15),
                        (a, b) -> assertThat(a == 11 && b == 13).isFalse()))
        .hasMessageContaining("  1: 11\n  2: 13\n");
  }

  @Test
  void a_filter_that_admits_nothing_is_told() {
    var nothing = integers().filter(number -> false);
    var nothingOfFew = booleans().filter(truth -> false);

    assertThatThrownBy(() -> PropertyCheck.ofCases(10).forAll(nothing, number -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Filters gave up 101 cases and admitted 0.");
    assertThatThrownBy(() -> PropertyCheck.ofCases(10).forAll(nothingOfFew, truth -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_generator_that_throws_is_a_failure_with_a_seed() {
    var broken =
        longs()
            .map(
                number -> {
                  if (number > 5) {
                    throw new IllegalStateException("too much");
                  }
                  return number;
                });

    assertThatThrownBy(() -> PropertyCheck.ofCases(100).forAll(broken, number -> {}))
        .isInstanceOf(PropertyFailure.class)
        .hasMessageContaining("values that cannot be made or shown")
        .hasMessageContaining("too much");
  }

  @Test
  void a_check_of_no_case_is_refused() {
    assertThatThrownBy(() -> PropertyCheck.ofCases(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A check of 0 cases checks nothing.");
    assertThatCode(() -> PropertyCheck.ofCases(1)).doesNotThrowAnyException();
  }
}
