package io.inboxport.archunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sources and guides keep the rules of the language that can be counted; each rule can fail. */
class LanguageTest {
  private static final Path ROOT = Path.of(System.getProperty("house.root"));

  /** Sources that others are rewriting, and this one, which holds what the rules must find. */
  private static final List<String> LEFT_OUT =
      List.of("archunit-tests/src/test/java/io/inboxport/archunit/LanguageTest.java");

  private static Map<String, String> sourcesAndTests() throws IOException {
    var sources = texts("**/src/{main,test}/java/**.java");
    sources.keySet().removeIf(file -> LEFT_OUT.stream().anyMatch(file::startsWith));
    return sources;
  }

  private static Map<String, String> sources() throws IOException {
    return texts("**/src/main/java/**.java");
  }

  private static Map<String, String> guides() throws IOException {
    var guides = texts("docs/*.md");
    guides.putAll(texts("*.md"));
    return guides;
  }

  private static Map<String, String> texts(String glob) throws IOException {
    var matcher = ROOT.getFileSystem().getPathMatcher("glob:" + glob);
    var texts = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> matcher.matches(ROOT.relativize(file)))
          .filter(file -> !ROOT.relativize(file).toString().contains("target"))
          .forEach(file -> texts.put(ROOT.relativize(file).toString(), read(file)));
    }
    assertThat(texts).isNotEmpty();
    return texts;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_comment_says_what_its_type_is_and_asks_no_riddle() throws IOException {
    sources()
        .forEach((file, source) -> assertThat(LanguageRules.riddles(source)).as(file).isEmpty());
  }

  @Test
  void a_riddle_is_found_in_any_kind_of_type_and_nothing_in_a_sound_comment() {
    assertThat(
            LanguageRules.riddles(
                """
                /** Whether it rains. */
                final class Rain {
                  /**
                   * What comes
                   * down.
                   */
                  private record Drop(int size) {}
                  /** All that falls. */
                  @Deprecated
                  enum Kind { RAIN }
                  /** Measures whatever falls. */
                  interface Gauge {}
                  /** How much fell. */
                  int amount() { return 1; }
                }
                """))
        .containsExactly("Rain", "Drop", "Kind");
  }

  @Test
  void a_comment_of_any_declaration_opens_without_a_riddle() throws IOException {
    sourcesAndTests()
        .forEach(
            (file, source) ->
                assertThat(LanguageRules.riddlingOpenings(source)).as(file).isEmpty());
  }

  @Test
  void a_riddling_opening_is_found_on_a_method_and_a_field_too() {
    assertThat(
            LanguageRules.riddlingOpenings(
                """
                /** Rain that falls where it likes. */
                class Rain {
                  /** How much fell. */
                  static final int AMOUNT = 1;
                  /**
                   * Whether it
                   * rains.
                   */
                  boolean falls() { return true; }
                  /** Returns whether it snows. */
                  boolean snows() { return false; } // What else.
                }
                """))
        .containsExactly("How much fell.", "Whether it rains.");
  }

  @Test
  void a_name_means_one_type_in_the_whole_project() throws IOException {
    assertThat(LanguageRules.repeatedNames(sources())).isEmpty();
  }

  @Test
  void a_repeated_name_is_found_and_a_builder_in_each_type_is_none() {
    assertThat(
            LanguageRules.repeatedNames(
                Map.of(
                    "a/Form.java", "class Form { class Builder {} }",
                    "b/Form.java", "class Form {}",
                    "b/Line.java", "class Line { class Builder {} record Page() {} }",
                    "b/Page.java", "/** A class Line of words. */ class Page {}")))
        .satisfiesExactly(
            twice -> assertThat(twice).contains("a/Form.java", "b/Form.java"),
            nested -> assertThat(nested).isEqualTo("Page in b/Line.java"));
  }

  @Test
  void people_have_names_in_comments() throws IOException {
    var sources = sources();
    sources.putAll(sourcesAndTests());

    sources.forEach(
        (file, source) -> assertThat(LanguageRules.unnamedPeople(source)).as(file).isEmpty());
  }

  @Test
  void an_unnamed_person_is_found_in_comments_alone() {
    assertThat(
            LanguageRules.unnamedPeople(
                """
                /** Tells nobody. */
                String nobody = "nobody"; // Whoever asks.
                // The caller asks.
                """))
        .containsExactly("/** Tells nobody. */", "// Whoever asks.");
  }

  @Test
  void a_sentence_of_a_guide_has_at_most_25_words() throws IOException {
    guides()
        .forEach(
            (file, guide) -> assertThat(LanguageRules.hardSentences(guide)).as(file).isEmpty());
  }

  @Test
  void a_long_sentence_is_found_and_tables_code_and_lists_are_told_apart() {
    var long26 = "one two three four five six seven eight nine ten ".repeat(2) + "a b c d e f.";
    var sound =
        "Short. Also short.\n\n- first item of a list\n- second item of a list\n\n| "
            + long26
            + " |\n\n```\n"
            + long26
            + "\n```\n";

    assertThat(LanguageRules.hardSentences(sound)).isEmpty();
    assertThat(LanguageRules.hardSentences("Short. " + "So " + long26)).hasSize(1);
    assertThat(LanguageRules.hardSentences("- item\n- " + long26 + "\n")).hasSize(1);
    assertThat(LanguageRules.hardSentences("Tell nobody.")).hasSize(1);
  }
}
