package io.inboxport.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.TwitterTextParser;
import io.inboxport.properties.Generators;
import io.inboxport.properties.PropertyCheck;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMeasureTest {
  private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
  private static final String ENGLAND =
      "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F";

  @ParameterizedTest
  @CsvSource({
    "CODE_POINTS, 6",
    "UTF_16_UNITS, 7",
    "UTF_8_BYTES, 10",
    "X_WEIGHTED, 7",
  })
  void each_measure_counts_in_its_own_unit(TextMeasure measure, int length) {
    assertThat(measure.lengthOf("caf\u00E9 \uD83D\uDE00")).isEqualTo(length);
  }

  @ParameterizedTest
  @EnumSource
  void a_text_is_longer_than_one_less_than_its_length(TextMeasure measure) {
    for (var text : List.of("", "a", "\uD83D\uDE00", "t.co t.co", "\u0958", FAMILY, ENGLAND)) {
      int length = measure.lengthOf(text);

      assertThat(measure.isLonger(text, length)).as(text).isFalse();
      assertThat(measure.isLonger(text, length - 1)).as(text).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'Hello, world! \uD83D\uDC4B', 16",
    "'cafe\u0301', 4",
    "'\u65E5\u672C\u8A9E', 6",
    "'1\uFE0F\u20E3', 2",
    "'\uD83C\uDDE9\uD83C\uDDEA', 2",
    "'\uD83D\uDE4B\uD83C\uDFFD', 2",
    "'\u00A9', 1",
    "'\u00A9\uFE0F', 2",
    "'see example.com, now', 32",
    "'https://example.com/a/very/long/path?and=query', 23",
    "'a@example.com', 13",
    "'(https://example.com/a_(b))', 25",
  })
  void x_weighs_a_post(String text, int length) {
    assertThat(TextMeasure.X_WEIGHTED.lengthOf(text)).isEqualTo(length);
    assertThat(weightOfTwitterText(text)).isEqualTo(length);
  }

  /** X says that every emoji counts 2. The library knows no emoji that came after Unicode 12. */
  @ParameterizedTest
  @CsvSource({
    "'\uD83E\uDD77\uD83C\uDFFD', 4, a ninja with a skin of Unicode 13",
    "'\u2764\uFE0F\u200D\uD83D\uDD25', 5, a heart on fire of Unicode 13.1",
    "'\uD83E\uDEF1\uD83C\uDFFD\u200D\uD83E\uDEF2\uD83C\uDFFF', 9, a handshake of Unicode 14",
    "'\uD83D\uDC26\u200D\u2B1B', 5, a black bird of Unicode 15",
    "'\uD83E\uDDD1\u200D\uD83E\uDDD1\u200D\uD83E\uDDD2', 8, a family of Unicode 15.1",
  })
  void an_emoji_counts_2_where_the_library_counts_its_parts(
      String emoji, int byTheLibrary, String name) {
    assertThat(TextMeasure.X_WEIGHTED.lengthOf(emoji)).as(name).isEqualTo(2);
    assertThat(weightOfTwitterText(emoji)).as(name).isEqualTo(byTheLibrary);
  }

  @Test
  void texts_weigh_as_twitter_text_says() {
    var pieces =
        Generators.choice(
            List.of(
                "a",
                "Z",
                "\u00FC",
                "\u65E5",
                "\uAC01",
                "\u0E01",
                " ",
                "\n",
                ".",
                ",",
                ":",
                "/",
                "-",
                "_",
                "@",
                "#",
                "$",
                "(",
                ")",
                "?",
                "!",
                "&",
                "=",
                "\u2019",
                "\u2026",
                "\u20AC",
                "7",
                "1\uFE0F\u20E3",
                FAMILY,
                ENGLAND,
                "\uD83D\uDE4B\uD83C\uDFFD",
                "\u2600\uFE0F",
                "\u2600",
                "\u00A9",
                "\uD83C\uDDE9\uD83C\uDDEA",
                "e\u0301",
                "http://",
                "https://",
                "HTTP://",
                "example",
                "example.com",
                "t.co",
                "foo.co.jp",
                "com",
                "museum",
                "xn--p1ai",
                "www.",
                ".de",
                "/path",
                "/a_(b)",
                "?q=1",
                ":8080",
                "file.txt",
                "\u043F\u0440"));
    PropertyCheck.ofCases(3_000)
        .forAll(
            Generators.lists(pieces, 0, 12),
            parts -> {
              // It gives a blank text no length, and no blank reply is sent.
              var text = String.join("", parts) + "!";

              assertThat(TextMeasure.X_WEIGHTED.lengthOf(text))
                  .as(text)
                  .isEqualTo(weightOfTwitterText(text));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D", "\u200D", "\uFE0F", "\u20E3", "\uDB40\uDC67", "\uFEFF"})
  void a_part_of_an_emoji_alone_is_counted_as_a_character(String part) {
    assertThat(TextMeasure.X_WEIGHTED.lengthOf(part)).isEqualTo(weightOfTwitterText(part));
  }

  @Test
  void a_name_longer_than_a_host_may_be_is_no_link() {
    assertThat(TextMeasure.X_WEIGHTED.lengthOf("x.".repeat(120) + "com")).isEqualTo(23);
    assertThat(TextMeasure.X_WEIGHTED.lengthOf("x.".repeat(5000))).isEqualTo(10_000);
  }

  private static int weightOfTwitterText(String text) {
    return TwitterTextParser.parseTweet(text).weightedLength;
  }
}
