package io.inboxport.archunit;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule of the house, and what breaks it.
 *
 * @param name what the rule asks for
 * @param because the reason for the rule
 * @param rule the rule for a house with these rooms
 * @param brokenBy classes of the broken house, below its root, that the rule must report
 */
record HouseRule(
    String name, String because, Function<Rooms, ArchRule> rule, List<String> brokenBy) {
  HouseRule(String name, String because, Function<Rooms, ArchRule> rule, String... brokenBy) {
    this(name, because, rule, List.of(brokenBy));
  }

  /** Returns the rule, with its reason, for a house with these rooms. */
  ArchRule in(Rooms rooms) {
    return rule.apply(rooms).because(because);
  }

  static Stream<HouseRule> all() {
    return Stream.of(LayerRules.all(), TechnologyRules.all(), ShapeRules.all(), ConductRules.all())
        .flatMap(List::stream);
  }

  @Override
  public String toString() {
    return name;
  }
}
