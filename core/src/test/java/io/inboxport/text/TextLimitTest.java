package io.inboxport.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLimitTest {
  private static final String EMOJI = "\uD83D\uDE00"; // one code point, two chars
  private static final String LONE_SURROGATE = "\uD83D";

  @ParameterizedTest
  @CsvSource({
    "REPLY_MESSAGE, 10000, reply message",
    "NOTE, 10000, note",
    "CASE_DESCRIPTION, 10000, case description",
    "TAG_NAME, 64, tag name"
  })
  void the_limits_are_those_of_the_vendors_pages(TextLimit limit, int maximum, String label) {
    assertThat(limit.maximum()).isEqualTo(maximum);
    assertThat(limit.label()).isEqualTo(label);
  }

  @ParameterizedTest
  @EnumSource
  void a_text_of_exactly_the_limit_passes_unchanged(TextLimit limit) {
    var text = "x".repeat(limit.maximum());

    assertThat(limit.check(text)).isSameAs(text);
    assertThat(limit.isExceededBy(text)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void one_more_than_the_limit_is_refused(TextLimit limit) {
    var text = "x".repeat(limit.maximum() + 1);

    assertThat(limit.isExceededBy(text)).isTrue();
    assertThatThrownBy(() -> limit.check(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void a_single_character_passes(TextLimit limit) {
    assertThat(limit.check("x")).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {EMOJI, LONE_SURROGATE, "e", "\u0301"})
  void every_code_point_counts_once(String codePoint) {
    assertThat(TextLimit.lengthOf(codePoint)).isEqualTo(1);
    assertThat(TextLimit.NOTE.isExceededBy(codePoint.repeat(10_000))).isFalse();
    assertThat(TextLimit.NOTE.isExceededBy(codePoint.repeat(10_001))).isTrue();
  }

  @Test
  void the_refusal_names_the_limit_and_the_length_and_not_the_text() {
    assertThatThrownBy(() -> TextLimit.NOTE.check(EMOJI.repeat(10_001)))
        .hasMessage("The note has 10001 characters, the limit is 10000: shorten it by 1.");
    assertThat(TextLimit.TAG_NAME.tooLong(70))
        .isEqualTo("The tag name has 70 characters, the limit is 64: shorten it by 6.");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 5, 64})
  void a_length_within_the_limit_is_never_called_too_long(int length) {
    assertThatThrownBy(() -> TextLimit.TAG_NAME.tooLong(length))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A tag name of " + length + " characters is not too long: the limit is 64.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
  void a_blank_text_is_refused(String blank) {
    assertThatThrownBy(() -> TextLimit.NOTE.check(blank))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The note is blank: give 1 to 10000 characters.");
  }

  @Test
  @SuppressWarnings("NullAway")
  void no_text_at_all_is_a_mistake_of_the_caller() {
    assertThatThrownBy(() -> TextLimit.NOTE.check(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("note");
  }
}
