package io.inboxport.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueTextTest {
  @Test
  void texts_are_quoted_and_what_cannot_be_seen_is_escaped() {
    assertThat(ValueText.of("a\"b\\c\n\0\uD800 ı😀\u200D"))
        .isEqualTo("\"a\\\"b\\\\c\\n\\u0000\\ud800 ı😀\\u200d\"");
    assertThat(ValueText.of('\'')).isEqualTo("'\\''");
  }

  @Test
  void collections_and_arrays_show_their_elements() {
    assertThat(ValueText.of(Arrays.asList("a", null, List.of(1)))).isEqualTo("[\"a\", null, [1]]");
    assertThat(ValueText.of(Set.of('x'))).isEqualTo("{'x'}");
    assertThat(ValueText.of(Map.of("k", new byte[] {1, -1}))).isEqualTo("{\"k\"=[1, -1]}");
  }

  @Test
  void other_values_are_shown_as_they_show_themselves_on_one_line() {
    record Two(String lines) {}

    assertThat(ValueText.of(new Two("a\nb"))).isEqualTo("Two[lines=a\\nb]");
    assertThat(ValueText.of(null)).isEqualTo("null");
  }

  @Test
  void a_long_text_is_cut() {
    assertThat(ValueText.of("x".repeat(10_000)))
        .startsWith("\"xxx")
        .endsWith("x… (10002 characters)")
        .hasSizeLessThan(4_100);
  }
}
