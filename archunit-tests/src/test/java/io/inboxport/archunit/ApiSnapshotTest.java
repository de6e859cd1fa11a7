package io.inboxport.archunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every change of the public API shows in a committed file, and so in review. */
class ApiSnapshotTest {
  private static final String RENEW =
      "mvn verify -pl archunit-tests -am -Dtest=ApiSnapshotTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Drenew";

  @ParameterizedTest
  @EnumSource(names = {"CORE", "BUDGET", "TWIN", "HTTP", "JDBC", "REDIS", "WEBHOOK", "TESTKIT"})
  void the_public_api_is_the_one_that_was_agreed(House module) throws IOException {
    var file =
        Path.of(
            System.getProperty("house.root"),
            "archunit-tests/src/test/api",
            module.name().toLowerCase(Locale.ROOT) + ".txt");
    var now = ApiSignatures.of(module);
    if (Boolean.getBoolean("renew")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", now) + "\n");
    }

    assertThat(changes(Files.readAllLines(file), now))
        .as("changes of the public API; if they are meant, renew the snapshot: " + RENEW)
        .isEmpty();
  }

  /** The lines that went and came, each below the type it belongs to. */
  private static List<String> changes(List<String> before, List<String> after) {
    var changes = new ArrayList<String>();
    changes.addAll(missing(before, after, "- "));
    changes.addAll(missing(after, before, "+ "));
    return changes;
  }

  private static List<String> missing(List<String> from, List<String> in, String sign) {
    var gone = placed(from);
    gone.removeAll(placed(in));
    return gone.stream().map(sign::concat).toList();
  }

  private static List<String> placed(List<String> lines) {
    var placed = new ArrayList<String>();
    var type = "";
    for (var line : lines) {
      if (!line.startsWith(" ")) {
        type = line;
        placed.add(line);
      } else {
        placed.add(type.replaceAll(" :.*", "") + " " + line);
      }
    }
    return placed;
  }

  @Test
  void a_change_is_told_below_its_type() {
    var before = List.of("record a.B", "  static of(String): B", "  text(): String");
    var after = List.of("record a.B", "  static of(String?): B", "  text(): String");

    assertThat(changes(before, after))
        .containsExactly(
            "- record a.B   static of(String): B", "+ record a.B   static of(String?): B");
  }
}
