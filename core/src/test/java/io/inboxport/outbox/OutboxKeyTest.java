package io.inboxport.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxKeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "ticket-4711/answer-1", "!~"})
  void a_key_is_visible_ascii(String value) {
    assertThat(OutboxKey.of(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "caf\u00E9", "a\n", "\t", "\uD83D\uDE00"})
  void another_text_is_refused_with_the_rule(String value) {
    assertThatThrownBy(() -> OutboxKey.of(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The key of an outbox has 1 to 200 visible ASCII characters and no space; this one has "
                + value.length()
                + ", or another character.");
  }

  @Test
  void a_key_has_200_characters_at_most() {
    assertThat(OutboxKey.of("k".repeat(200)).value()).hasSize(200);
    assertThatThrownBy(() -> OutboxKey.of("k".repeat(201)))
        .hasMessageEndingWith("this one has 201.");
  }
}
