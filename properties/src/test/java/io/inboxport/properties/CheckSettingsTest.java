package io.inboxport.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckSettingsTest {
  private static CheckSettings settings(Map<String, String> properties) {
    return CheckSettings.read(properties::get);
  }

  @Test
  void the_seed_and_the_number_of_cases_come_from_outside() {
    assertThat(settings(Map.of("inboxport.seed", "-42", "inboxport.cases", "50000")))
        .isEqualTo(new CheckSettings(-42L, 50_000));
  }

  @Test
  void without_them_the_seed_is_new_and_a_thousand_cases_are_checked() {
    assertThat(settings(Map.of())).isEqualTo(new CheckSettings(null, 1_000));
  }

  @Test
  void a_seed_that_is_no_number_is_told() {
    assertThatThrownBy(() -> settings(Map.of("inboxport.seed", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("inboxport.seed is no integer: \"x\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "2147483648"})
  void a_number_of_cases_that_cannot_be_is_told(String cases) {
    assertThatThrownBy(() -> settings(Map.of("inboxport.cases", cases)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("inboxport.cases is " + cases);
  }
}
