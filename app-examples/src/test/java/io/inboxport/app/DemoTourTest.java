package io.inboxport.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoTourTest {
  @Test
  void the_tour_reads_as_it_was_approved() throws IOException {
    var result = Cli.piped().run("demo");

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    try (var approved = DemoTourTest.class.getResourceAsStream("demo.txt")) {
      assertThat(approved).isNotNull();
      assertThat(result.out()).isEqualTo(new String(approved.readAllBytes(), UTF_8));
    }
  }

  @Test
  void the_tour_fits_a_terminal_of_80_columns() {
    assertThat(Cli.piped().run("demo").out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void every_call_that_is_shown_is_the_call_that_is_made() throws IOException {
    var source =
        Files.readString(
            Path.of(
                System.getProperty("house.root"),
                "app-examples/src/main/java/io/inboxport/app/DemoTour.java"));
    var code = squeezed(source.replaceAll("(?s)\"\"\".*?\"\"\"", ""));

    assertThat(DemoTour.run())
        .isNotEmpty()
        .allSatisfy(
            step -> {
              for (var call : step.call().split("(?<=;)\n", -1)) {
                var statement = squeezed(call).replaceAll(";$", "");
                assertThat(code).contains(statement.replaceAll(".*return", ""));
              }
            });
  }

  @Test
  void the_tour_shows_each_of_the_nine_operations() {
    var calls = String.join("\n", DemoTour.run().stream().map(DemoTour.Step::call).toList());

    assertThat(calls)
        .contains(".list(", ".get(", ".close(", ".timeline(", ".assign(")
        .contains(".addNote(", ".replaceTags(", ".reply(", ".createCase(");
  }

  @Test
  void as_json_the_tour_is_its_steps() {
    var steps = Cli.piped().run("demo", "--json").json().get("steps");

    assertThat(steps).hasSameSizeAs(DemoTour.run());
    assertThat(steps.get(0).fieldNames())
        .toIterable()
        .containsExactly("title", "call", "result", "refused");
    assertThat(steps.findValuesAsText("refused")).contains("true", "false");
  }

  private static String squeezed(String code) {
    return code.replaceAll("\\s+", "");
  }
}
