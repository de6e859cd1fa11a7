package io.inboxport.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inboxport.conversation.Network;
import io.inboxport.conversation.UnreadablePart;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DirectoryQueryTest {
  @Test
  void a_query_holds_what_was_asked_for() {
    var query =
        DirectoryQuery.all().matching("vip").page(2).atMost(20).inOrder(ListOrdering.byName());

    assertThat(query.text()).contains("vip");
    assertThat(query.page()).hasValue(2);
    assertThat(query.count()).hasValue(20);
    assertThat(query.ordering()).contains(ListOrdering.byName());
    assertThat(query)
        .hasToString("DirectoryQuery[text of 3 characters, page 2, at most 20, by name,1]");
  }

  @Test
  void a_query_for_all_asks_for_nothing_in_particular() {
    var all = DirectoryQuery.all().matching(" ");

    assertThat(all).isEqualTo(DirectoryQuery.all()).hasSameHashCodeAs(DirectoryQuery.all());
    assertThat(all.text()).isEmpty();
    assertThat(all.page()).isEmpty();
    assertThat(all.count()).isEmpty();
    assertThat(all.ordering()).isEmpty();
    assertThat(all).hasToString("DirectoryQuery[all]");
  }

  @Test
  void two_queries_that_differ_in_anything_are_not_equal() {
    assertThat(
            List.of(
                DirectoryQuery.all().matching("a"),
                DirectoryQuery.all().page(0),
                DirectoryQuery.all().atMost(1),
                DirectoryQuery.all().inOrder(ListOrdering.newestFirst())))
        .doesNotContain(DirectoryQuery.all())
        .doesNotHaveDuplicates();
  }

  @Test
  void a_page_a_count_and_a_field_that_make_no_sense_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DirectoryQuery.all().page(-1))
        .withMessage("The page is -1: give 0 or more.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DirectoryQuery.all().atMost(0))
        .withMessage("The count is 0: ask for at least 1.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DirectoryQuery.all().matching("\uD83D"))
        .withMessageStartingWith("The text to find has half a character");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ListOrdering("name,1&q=", true))
        .withMessage("The field to order by is not a name: give letters, digits and underscores.");
  }

  @Test
  void a_query_for_profiles_leaves_invalid_ones_out_unless_it_asks_for_them() {
    var valid = ProfileQuery.valid().on(Network.FACEBOOK);

    assertThat(valid.includesInvalid()).isFalse();
    assertThat(valid.network()).contains(Network.FACEBOOK);
    assertThat(valid).hasToString("ProfileQuery[Facebook]");
    assertThat(ProfileQuery.all().includesInvalid()).isTrue();
    assertThat(ProfileQuery.all()).hasToString("ProfileQuery[any network, invalid ones too]");
    assertThat(ProfileQuery.all())
        .isEqualTo(ProfileQuery.valid().includingInvalid())
        .hasSameHashCodeAs(ProfileQuery.valid().includingInvalid())
        .isNotEqualTo(ProfileQuery.valid())
        .isNotEqualTo(ProfileQuery.all().on(Network.TIKTOK));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProfileQuery.all().on(Network.of(" ")))
        .withMessage("The network is blank, and so cannot be a filter: leave it out.");
  }

  @Test
  void a_page_says_whether_there_may_be_more() {
    var broken = List.of(new UnreadablePart("Items[1]", "It has no id."));
    var whole = new DirectoryPage<>(List.of("a"), OptionalLong.of(2), broken);

    assertThat(whole.came()).isEqualTo(2);
    assertThat(whole.truncated()).isFalse();
    assertThat(new DirectoryPage<>(List.of("a"), OptionalLong.of(2), List.of()).truncated())
        .isTrue();
    assertThat(new DirectoryPage<>(List.of("a"), OptionalLong.empty(), List.of()).truncated())
        .isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DirectoryPage<>(List.of("a"), OptionalLong.of(1), broken))
        .withMessage("The total is 1 but 2 items came: a total counts at least these.");
  }

  @Test
  void a_draft_of_a_canned_response_obeys_the_vendors_limits() {
    var draft = ResponseDraft.shared(" Welcome ", "Thanks!");

    assertThat(draft.name()).isEqualTo("Welcome");
    assertThat(draft.visibility()).isEqualTo(ResponseVisibility.SHARED);
    assertThat(draft).hasToString("ResponseDraft[shared, content of 7 characters]");
    assertThat(ResponseDraft.privately("a", "b").visibility())
        .isEqualTo(ResponseVisibility.PRIVATE);
    assertThat(ResponseDraft.shared("\uD83D\uDE00".repeat(64), "x").name()).hasSize(128);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResponseDraft.shared("a".repeat(65), "x"))
        .withMessageStartingWith("The canned response's name has 65 characters, the limit is 64");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResponseDraft.shared("a", "x".repeat(10_001)))
        .withMessageStartingWith("The canned response has 10001 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResponseDraft.shared("a", " "))
        .withMessageStartingWith("The canned response is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ResponseDraft("a", "b", ResponseVisibility.of("team")))
        .withMessage("The visibility is unknown: give one of [shared, private].");
  }
}
