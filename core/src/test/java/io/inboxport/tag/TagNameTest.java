package io.inboxport.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TagNameTest {
  private static final String EMOJI = "\uD83D\uDE00";

  @Test
  void a_name_loses_the_space_around_it() {
    assertThat(TagName.of(" \tVery important ")).isEqualTo(TagName.of("Very important"));
    assertThat(TagName.of(" VIP").value()).isEqualTo("VIP");
    assertThat(TagName.of("VIP")).hasToString("VIP").isNotEqualTo(TagName.of("vip"));
  }

  @Test
  void a_name_has_64_code_points_at_most_not_counting_the_space_around_it() {
    assertThat(TagName.of(" " + EMOJI.repeat(64) + " ").value()).isEqualTo(EMOJI.repeat(64));
    assertThatThrownBy(() -> TagName.of("x".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The tag name has 65 characters, the limit is 64: shorten it by 1.");
  }

  @Test
  void a_blank_name_is_refused() {
    assertThatThrownBy(() -> TagName.of(" \n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The tag name is blank: give 1 to 64 characters.");
  }

  @Test
  void a_tag_keeps_any_name_that_the_server_tells() {
    var tag = new Tag(TagId.of("etg000000000001"), " " + "x".repeat(65));

    assertThat(tag.name()).hasSize(66);
    assertThat(tag.id()).hasToString("etg000000000001");
  }
}
