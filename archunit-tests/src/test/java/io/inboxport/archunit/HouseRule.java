package io.inboxport.archunit;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule of the house, and what breaks it.
 *
 * @param name what the rule asks for
 * @param rule the rule for a house with these rooms
 * @param brokenBy classes of the broken house, below its root, that the rule must report
 */
record HouseRule(String name, Function<Rooms, ArchRule> rule, List<String> brokenBy) {
  HouseRule(String name, Function<Rooms, ArchRule> rule, String... brokenBy) {
    this(name, rule, List.of(brokenBy));
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
