package io.inboxport.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseTemplateTest {
  private static ResponseTemplate template(String content) {
    return ResponseTemplate.of(
        CannedResponse.withId(ResponseId.of("cnr1")).content(content).build());
  }

  @Test
  void every_place_is_filled_and_what_is_left_stays() {
    var template = template("Hi {{ name }}, {{name}}: {{order-id}} {no} {{}} $1");

    assertThat(template.names()).containsExactly("name", "order-id");
    assertThat(template.fill(Map.of("name", "\u0130d\u00e0 $0 \\", "order-id", "7", "more", "x")))
        .isEqualTo("Hi \u0130d\u00e0 $0 \\, \u0130d\u00e0 $0 \\: 7 {no} {{}} $1");
  }

  @Test
  void a_value_that_looks_like_a_place_is_not_filled() {
    assertThat(template("{{a}}{{b}}").fill(Map.of("a", "{{b}}", "b", "!"))).isEqualTo("{{b}}!");
  }

  @Test
  void a_text_without_places_stays_as_it_is() {
    assertThat(template("Thanks!").names()).isEmpty();
    assertThat(template("Thanks!").fill(Map.of())).isEqualTo("Thanks!");
  }

  @Test
  void all_places_without_a_value_are_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> template("{{b}} {{a}} {{c}}").fill(Map.of("c", "x")))
        .withMessage("The canned response has places without a value: give [a, b].");
  }
}
