package io.inboxport.archunit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules, and every rule finds what breaks it. */
class ArchitectureTest {
  private static final Rooms BROKEN = new Rooms("broken");
  private static final JavaClasses BROKEN_HOUSE =
      new ClassFileImporter().importPackages(BROKEN.root());

  static Stream<HouseRule> rules() {
    return HouseRule.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_house_keeps_the_rule(HouseRule rule) {
    rule.in(Rooms.OF_THE_HOUSE).check(House.CLASSES);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_rule_reports_everything_in_the_broken_house_that_breaks_it(HouseRule rule) {
    var report = rule.in(BROKEN).evaluate(BROKEN_HOUSE).getFailureReport().getDetails();

    assertThat(rule.brokenBy()).isNotEmpty();
    for (var name : rule.brokenBy()) {
      assertThat(report)
          .as("what the rule reports")
          .anyMatch(line -> line.contains(BROKEN.root() + "." + name));
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_rule_gives_its_reason(HouseRule rule) {
    assertThat(rule.because()).isNotBlank();
    assertThat(rule.in(BROKEN).getDescription()).endsWith(", because " + rule.because());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_rule_reports_nothing_of_the_sound_part(HouseRule rule) {
    var report = rule.in(BROKEN).evaluate(BROKEN_HOUSE).getFailureReport().getDetails();

    assertThat(report).noneMatch(line -> line.contains(BROKEN.root() + ".conversation.Sound"));
  }
}
