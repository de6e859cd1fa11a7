package io.inboxport.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the code of the guide to webhooks with that which the build runs. */
class WebhookRecipesTest {
  private static final Path HOUSE = Path.of("..");
  private static final Path CODE =
      Path.of("src/it/consumers/webhook-recipes/src/test/java/com/example");

  @ParameterizedTest
  @CsvSource({
    "jdk-server, JdkServerTest",
    "servlet, ServletTest",
    "spring, ServletTest",
    "events, EventsTest",
    "guard, EventsTest",
    "twin, EventsTest"
  })
  void the_code_on_the_page_is_the_code_that_runs(String recipe, String type) throws IOException {
    var onThePage = first("<!-- recipe: " + recipe + " -->\n```java\n(.*?)```", page());
    var inTheTest =
        first(
            " +// recipe: " + recipe + "\n(.*?)\n +// end",
            Files.readString(CODE.resolve(type + ".java")));

    assertThat(inTheTest.stripTrailing().stripIndent()).isEqualTo(onThePage.strip());
  }

  @Test
  void the_page_has_no_other_code() throws IOException {
    assertThat(page().split("```java", -1)).hasSize(7);
  }

  private static String page() throws IOException {
    return Files.readString(HOUSE.resolve("docs/webhooks.md"));
  }

  private static String first(String pattern, String text) {
    var match = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    assertThat(match.find()).as(pattern).isTrue();
    return match.group(1);
  }
}
