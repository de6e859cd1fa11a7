package io.inboxport.tag;

import static io.inboxport.properties.Generators.choice;
import static io.inboxport.properties.Generators.lists;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.properties.Generator;
import io.inboxport.properties.PropertyCheck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TagReplacementTest {
  /** Few different names, so that two lists share some and repeat some. */
  private static final Generator<List<TagName>> NAME_LISTS =
      lists(choice("A", "a", "B", "C", "\uD83D\uDE00").map(TagName::of), 0, 7);

  private static List<TagName> names(String... names) {
    return Stream.of(names).map(TagName::of).toList();
  }

  @Test
  void tells_what_is_added_kept_and_removed_in_the_given_order() {
    var replacement =
        TagReplacement.between(
            names("Support", "Old", "VIP", "Older"), names("New", "VIP", "Support", "Newer"));

    assertThat(replacement.added()).isEqualTo(names("New", "Newer"));
    assertThat(replacement.kept()).isEqualTo(names("VIP", "Support"));
    assertThat(replacement.removed()).isEqualTo(names("Old", "Older"));
    assertThat(replacement.result()).isEqualTo(names("VIP", "Support", "New", "Newer"));
    assertThat(replacement.changesNothing()).isFalse();
  }

  @Test
  void repeats_count_once() {
    var replacement = TagReplacement.between(names("A", "A", "B", "B"), names("A", "C", "C", "A"));

    assertThat(replacement).isEqualTo(new TagReplacement(names("C"), names("A"), names("B")));
  }

  @Test
  void upper_and_lower_case_are_different_names() {
    assertThat(TagReplacement.between(names("vip"), names("VIP")).changesNothing()).isFalse();
  }

  @Test
  void the_same_names_in_another_order_change_nothing() {
    assertThat(TagReplacement.between(names("A", "B"), names("B", "A")).changesNothing()).isTrue();
    assertThat(TagReplacement.between(names(), names()).changesNothing()).isTrue();
  }

  @Test
  void only_adding_and_only_removing_are_changes() {
    assertThat(TagReplacement.between(names(), names("A")).changesNothing()).isFalse();
    assertThat(TagReplacement.between(names("A"), names()).changesNothing()).isFalse();
  }

  @Test
  void its_parts_are_copied_in() {
    var added = new ArrayList<>(names("A"));
    var kept = new ArrayList<>(names("B"));
    var removed = new ArrayList<>(names("C"));
    var replacement = new TagReplacement(added, kept, removed);
    added.clear();
    kept.clear();
    removed.clear();

    assertThat(replacement).isEqualTo(new TagReplacement(names("A"), names("B"), names("C")));
  }

  @Test
  void the_result_is_the_desired_set() {
    PropertyCheck.standard()
        .forAll(
            NAME_LISTS,
            NAME_LISTS,
            (current, desired) -> {
              var replacement = TagReplacement.between(current, desired);

              assertThat(replacement.result()).doesNotHaveDuplicates().hasSameElementsAs(desired);
              assertThat(replacement.changesNothing())
                  .isEqualTo(new HashSet<>(current).equals(new HashSet<>(desired)));
            });
  }

  @Test
  void every_name_is_in_exactly_one_part() {
    PropertyCheck.standard()
        .forAll(
            NAME_LISTS,
            NAME_LISTS,
            (current, desired) -> {
              var replacement = TagReplacement.between(current, desired);
              var parts = new ArrayList<>(replacement.added());
              parts.addAll(replacement.kept());
              parts.addAll(replacement.removed());

              var all = new HashSet<>(current);
              all.addAll(desired);
              assertThat(parts).containsExactlyInAnyOrderElementsOf(all);
              assertThat(current).containsAll(replacement.kept());
              assertThat(current).containsAll(replacement.removed());
              assertThat(replacement.added()).noneMatch(current::contains);
            });
  }

  @Test
  void going_back_swaps_added_and_removed() {
    PropertyCheck.standard()
        .forAll(
            NAME_LISTS,
            NAME_LISTS,
            (current, desired) -> {
              var there = TagReplacement.between(current, desired);
              var back = TagReplacement.between(desired, current);

              assertThat(back.added()).isEqualTo(there.removed());
              assertThat(back.removed()).isEqualTo(there.added());
              assertThat(TagReplacement.between(there.result(), desired).changesNothing()).isTrue();
            });
  }
}
