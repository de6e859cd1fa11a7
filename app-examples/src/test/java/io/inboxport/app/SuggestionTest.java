package io.inboxport.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  @ParameterizedTest
  @CsvSource({"linkdin,LinkedIn", "LINKEDINN,LinkedIn", "tiktock,TikTok", "Facebok,Facebook"})
  void a_slip_finds_what_was_meant(String typed, String meant) {
    assertThat(SpellingSuggestion.nearest(typed, List.of("LinkedIn", "TikTok", "Facebook")))
        .contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"MySpace", "in", "zzzzzzzz"})
  void what_is_far_from_everything_finds_nothing(String typed) {
    assertThat(SpellingSuggestion.nearest(typed, List.of("LinkedIn", "TikTok", "Facebook")))
        .isEmpty();
  }
}
