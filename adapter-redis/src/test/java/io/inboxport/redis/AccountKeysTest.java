package io.inboxport.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name of an account can be seen in Redis. */
class AccountKeysTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "Acme.Inc-2_x", "0"})
  void a_plain_name_is_taken(String name) {
    assertThat(AccountKeys.of(name).all())
        .hasSize(5)
        .allMatch(key -> key.contains("{" + name + "}"));
  }

  @Test
  void a_name_has_at_most_100_characters() {
    assertThat(AccountKeys.of("a".repeat(100)).all()).hasSize(5);
    assertThatThrownBy(() -> AccountKeys.of("a".repeat(101)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a:b", "a{b}", "ümlaut", "a\n", "user@example.com"})
  void any_other_name_is_refused_and_not_repeated(String name) {
    assertThatThrownBy(() -> AccountKeys.of(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The name of an account in Redis must be 1 to 100 letters (a-z), digits, dots,"
                + " underscores and hyphens. It must not be a key or a secret: all who see Redis"
                + " see it.");
  }
}
