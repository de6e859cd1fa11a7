package io.inboxport.archunit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules look at the house, the whole house and nothing but the house. */
class HouseTest {
  @Test
  void every_class_of_every_module_is_imported_and_none_besides() {
    var files = new ArrayList<String>();
    for (var module : House.values()) {
      files.addAll(module.classFiles());
    }

    assertThat(House.CLASSES.stream().map(HouseTest::fileOf))
        .containsExactlyInAnyOrderElementsOf(files);
  }

  private static String fileOf(JavaClass type) {
    return type.getName().replace('.', '/') + ".class";
  }

  @ParameterizedTest
  @CsvSource({
    "CORE, 95",
    "BUDGET, 14",
    "JDBC, 12",
    "TWIN, 45",
    "HTTP, 45",
    "REDIS, 8",
    "WEBHOOK, 12",
    "TESTKIT, 95",
    "PROGRAMS, 65"
  })
  void no_module_is_looked_at_half(House module, int least) {
    assertThat(module.classFiles()).hasSizeGreaterThanOrEqualTo(least);
  }

  @Test
  void no_test_is_among_the_classes() {
    assertThat(House.CLASSES)
        .extracting(JavaClass::getName)
        .doesNotContain("io.inboxport.archunit.House", "broken.Inbox")
        .noneMatch(name -> name.endsWith("Test") || name.endsWith("Properties"));
  }
}
