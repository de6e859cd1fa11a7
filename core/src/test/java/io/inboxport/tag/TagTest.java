package io.inboxport.tag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TagTest {
  private static final TagId ID = TagId.of("etg1");

  @Test
  void two_are_equal_by_id_and_name_as_they_stand() {
    var tag = new Tag(ID, "VIP");

    assertThat(tag).isEqualTo(new Tag(TagId.of("etg1"), "VIP"));
    assertThat(tag).hasSameHashCodeAs(new Tag(TagId.of("etg1"), "VIP"));
    assertThat(tag).isNotEqualTo(new Tag(TagId.of("etg2"), "VIP"));
    assertThat(tag).isNotEqualTo(new Tag(ID, "vip"));
    assertThat((Object) tag).isNotEqualTo(ID).isNotEqualTo(null);
  }

  @Test
  void tags_spread_in_a_hash_table() {
    assertThat(new Tag(ID, "VIP")).doesNotHaveSameHashCodeAs(new Tag(TagId.of("etg2"), "VIP"));
  }
}
