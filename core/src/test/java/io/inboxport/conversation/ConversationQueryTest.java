package io.inboxport.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.tag.TagName;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationQueryTest {
  private static final ConversationQuery ALL = ConversationQuery.all();
  private static final ConversationQuery FULL =
      ALL.ofType(ItemType.POST, ItemType.MENTION)
          .withStatus(Status.OPEN, Status.CLOSED)
          .on(Network.FACEBOOK, Network.TIKTOK)
          .assignedTo(UserId.of("u1"), UserId.of("u2"))
          .tagged(TagName.of("VIP"), TagName.of("Support"))
          .matching("invoice")
          .atMost(7);

  @Test
  void every_filter_keeps_its_values_in_order() {
    assertThat(FULL.types()).containsExactly(ItemType.POST, ItemType.MENTION);
    assertThat(FULL.statuses()).containsExactly(Status.OPEN, Status.CLOSED);
    assertThat(FULL.networks()).containsExactly(Network.FACEBOOK, Network.TIKTOK);
    assertThat(FULL.assignees()).containsExactly(UserId.of("u1"), UserId.of("u2"));
    assertThat(FULL.tags()).containsExactly(TagName.of("VIP"), TagName.of("Support"));
    assertThat(FULL.text()).contains("invoice");
    assertThat(FULL.count()).hasValue(7);
  }

  @Test
  void without_filters_everything_is_asked_for() {
    assertThat(ConversationQuery.all()).isEqualTo(ALL);
    assertThat(ALL.types()).isEmpty();
    assertThat(ALL.statuses()).isEmpty();
    assertThat(ALL.networks()).isEmpty();
    assertThat(ALL.assignees()).isEmpty();
    assertThat(ALL.tags()).isEmpty();
    assertThat(ALL.text()).isEmpty();
    assertThat(ALL.count()).isEmpty();
  }

  @Test
  void open_and_closed_are_statuses() {
    assertThat(ConversationQuery.open()).isEqualTo(ALL.withStatus(Status.OPEN));
    assertThat(ConversationQuery.closed()).isEqualTo(ALL.withStatus(Status.CLOSED));
  }

  @Test
  void a_filter_called_again_replaces_its_values_and_none_lift_it() {
    assertThat(ALL.on(Network.FACEBOOK).on(Network.TIKTOK)).isEqualTo(ALL.on(Network.TIKTOK));
    assertThat(FULL.ofType().withStatus().on().assignedTo().tagged().matching(" "))
        .isEqualTo(ALL.atMost(7));
  }

  @Test
  void a_query_never_changes() {
    var query = ALL.on(Network.FACEBOOK);
    assertThat(query.atMost(1)).isNotEqualTo(query);

    assertThat(query).isEqualTo(ALL.on(Network.FACEBOOK));
    assertThatThrownBy(() -> query.networks().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void repeated_values_count_once() {
    assertThat(ALL.on(Network.of("facebook"), Network.TIKTOK, Network.FACEBOOK).networks())
        .containsExactly(Network.FACEBOOK, Network.TIKTOK);
  }

  @Test
  void a_network_nobody_knows_yet_can_be_asked_for() {
    assertThat(ALL.on(Network.of("Bluesky")).networks()).containsExactly(Network.of("Bluesky"));
  }

  @Test
  void a_comma_cannot_be_written_and_is_refused() {
    assertRefused("item type", "a,b", () -> ALL.ofType(ItemType.of("a,b")));
    assertRefused("status", ",", () -> ALL.withStatus(Status.of(",")));
    assertRefused("network", "a,", () -> ALL.on(Network.FACEBOOK, Network.of("a,")));
    assertRefused("user id", "u1,u2", () -> ALL.assignedTo(UserId.of("u1,u2")));
    assertRefused("tag name", "Bills, paid", () -> ALL.tagged(TagName.of("Bills, paid")));
  }

  @Test
  void a_blank_word_would_vanish_and_is_refused() {
    assertThatThrownBy(() -> ALL.ofType(ItemType.of("")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The item type is blank, and so cannot be a filter: leave it out.");
    assertThatThrownBy(() -> ALL.on(Network.of(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The network is blank, and so cannot be a filter: leave it out.");
  }

  private static void assertRefused(String what, String value, ThrowingCallable filter) {
    assertThatThrownBy(filter)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The "
                + what
                + " \""
                + value
                + "\" cannot be a filter: the API separates values by commas and cannot escape"
                + " one. Leave it out and filter by something else.");
  }

  @Test
  void free_text_may_hold_a_comma() {
    assertThat(ALL.matching("late, again").text()).contains("late, again");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_count_is_positive(int count) {
    assertThatThrownBy(() -> ALL.atMost(count))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The count is " + count + ": ask for at least 1.");
  }

  @Test
  void two_that_differ_in_any_filter_are_not_equal() {
    List<UnaryOperator<ConversationQuery>> changes =
        List.of(
            query -> query.ofType(ItemType.REPLY),
            query -> query.withStatus(Status.of("pending")),
            query -> query.on(Network.YOUTUBE),
            query -> query.assignedTo(UserId.of("u3")),
            query -> query.tagged(TagName.of("Other")),
            query -> query.matching("refund"),
            query -> query.atMost(1));

    for (var change : changes) {
      assertThat(change.apply(FULL)).isNotEqualTo(FULL);
      assertThat(change.apply(FULL).hashCode()).isNotEqualTo(FULL.hashCode());
    }
    assertThat(FULL).isEqualTo(FULL.atMost(7)).hasSameHashCodeAs(FULL.matching("invoice"));
    assertThat(FULL).isNotEqualTo(null).isNotEqualTo("all");
  }

  @Test
  void its_text_tells_the_filters_but_no_text_to_find() {
    assertThat(FULL)
        .hasToString(
            "ConversationQuery[types=[Post, Mention], statuses=[open, closed],"
                + " networks=[Facebook, TikTok], assignees=[u1, u2], tags=2, text of 7 characters,"
                + " at most 7]");
    assertThat(ALL.matching("\uD83D\uDE00").toString()).contains("text of 1 characters");
    assertThat(ALL)
        .hasToString("ConversationQuery[types=[], statuses=[], networks=[], assignees=[], tags=0]");
  }
}
