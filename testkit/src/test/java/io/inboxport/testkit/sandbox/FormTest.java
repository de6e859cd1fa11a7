package io.inboxport.testkit.sandbox;

import static io.inboxport.properties.Generators.characters;
import static io.inboxport.properties.Generators.choice;
import static io.inboxport.properties.Generators.lists;
import static io.inboxport.properties.Generators.oneOf;
import static io.inboxport.properties.Generators.strings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.properties.PropertyCheck;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
  @Test
  void the_last_of_repeated_values_counts_and_all_are_told() throws RequestRefusal {
    var form = DecodedForm.decode("a=1&b&a=2&&=x");

    assertThat(form.text("a")).isEqualTo("2");
    assertThat(form.text("b")).isEmpty();
    assertThat(form.text("c")).isNull();
    assertThat(form.fields())
        .containsExactly(
            Map.entry("a", List.of("1", "2")),
            Map.entry("b", List.of("")),
            Map.entry("", List.of("x")));
  }

  @Test
  void elements_without_an_index_take_the_next_that_is_free() throws RequestRefusal {
    assertThat(DecodedForm.decode("t[1]=b&t[]=c&t[]=d&t[1]=e").array("t"))
        .containsExactly("e", "c", "d");
    assertThat(DecodedForm.decode("t[5]=a&t[]=b&t[1]=c").variables().get("t"))
        .extracting(t -> ((FormArray) t).elements())
        .hasToString("{5=a, 6=b, 1=c}");
  }

  @Test
  void an_element_that_took_a_free_index_keeps_it() throws RequestRefusal {
    assertThat(DecodedForm.decode("t[1]=a&t[]=b&t[0]=c").array("t")).containsExactly("a", "b", "c");
  }

  @Test
  void an_ampersand_at_either_end_adds_nothing() throws RequestRefusal {
    assertThat(DecodedForm.decode("&a=1&").fields()).containsExactly(Map.entry("a", List.of("1")));
    assertThat(DecodedForm.decode("").fields()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%4", "%4g", "%g4", "100% sure", "20% off"})
  void a_percent_sign_without_two_digits_stands_for_itself(String text) throws RequestRefusal {
    assertThat(DecodedForm.decode("a=" + text).text("a")).isEqualTo(text);
  }

  @Test
  void what_was_read_cannot_be_changed() throws RequestRefusal {
    var fields = DecodedForm.decode("a=1").fields();

    assertThat(fields).isUnmodifiable();
    assertThat(fields.get("a")).isUnmodifiable();
  }

  @Test
  void objects_are_put_together_by_their_index() throws RequestRefusal {
    assertThat(DecodedForm.decode("m[0][a]=1&m[1][a]=2&m[0][b]=3").objects("m"))
        .containsExactly(Map.of("a", "1", "b", "3"), Map.of("a", "2"));
  }

  @Test
  void a_form_of_too_many_fields_is_refused() {
    assertThatThrownBy(() -> DecodedForm.decode("a=1&".repeat(DecodedForm.MAX_FIELDS + 1)))
        .isInstanceOf(RequestRefusal.class)
        .hasMessageContaining("1000");
  }

  @Test
  void whatever_comes_is_read_or_cleanly_refused() {
    var syntax = choice('[', ']', '=', '&', '%', '+', 'a', '0', 'F', 't');
    PropertyCheck.standard()
        .forAll(
            strings(oneOf(syntax, characters('\0', '\u00ff')), 0, 60),
            bytes -> {
              try {
                var form = DecodedForm.decode(bytes);
                form.fields();
                form.text("a");
                form.array("t");
                form.objects("t");
              } catch (RequestRefusal e) {
                assertThat(e.status()).isEqualTo(400);
                assertThat(e.words()).isNotBlank();
              }
            });
  }

  @Test
  void what_was_encoded_is_what_is_read() {
    PropertyCheck.ofCases(100)
        .forAll(
            lists(strings(0, 20), 0, 5),
            values -> {
              var encoded = new StringBuilder();
              for (var value : values) {
                encoded.append("t%5B%5D=").append(URLEncoder.encode(value, UTF_8)).append('&');
              }

              var read = DecodedForm.decode(encoded.toString()).array("t");

              // A lone surrogate cannot be written in UTF-8: what the encoder makes of it differs.
              var expected =
                  values.stream()
                      .map(value -> URLDecoder.decode(URLEncoder.encode(value, UTF_8), UTF_8))
                      .toList();
              assertThat(read == null ? List.of() : read).isEqualTo(expected);
            });
  }
}
