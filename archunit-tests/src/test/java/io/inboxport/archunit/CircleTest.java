package io.inboxport.archunit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** No circle among top-level classes has more than three members. */
class CircleTest {
  @Test
  void no_circle_of_the_house_has_more_than_three_members() {
    assertThat(CircleRule.tooLarge(House.CLASSES))
        .as("circles among top-level classes; break them, or nest what belongs together")
        .isEmpty();
  }

  @Test
  void a_circle_of_four_is_found_and_one_of_two_is_none() {
    var broken = new ClassFileImporter().importPackages("broken");

    assertThat(CircleRule.tooLarge(broken))
        .singleElement()
        .satisfies(
            circle ->
                assertThat(circle)
                    .containsExactly(
                        "broken.circle.FirstOfFour",
                        "broken.circle.FourthOfFour",
                        "broken.circle.SecondOfFour",
                        "broken.circle.ThirdOfFour"));
  }
}
