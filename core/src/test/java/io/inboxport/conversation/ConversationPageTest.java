package io.inboxport.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ConversationPageTest {
  private static final Conversation ITEM = Conversation.withId(ConversationId.of("eit1")).build();
  private static final UnreadablePart BROKEN = new UnreadablePart("Items[1]", "It has no id.");

  @Test
  void a_page_that_holds_everything_is_not_truncated() {
    assertThat(new ConversationPage(List.of(ITEM), 1, List.of()).truncated()).isFalse();
    assertThat(new ConversationPage(List.of(), 0, List.of()).truncated()).isFalse();
  }

  @Test
  void a_page_is_truncated_when_more_match_than_came() {
    assertThat(new ConversationPage(List.of(ITEM), 2, List.of()).truncated()).isTrue();
    assertThat(new ConversationPage(List.of(), 5_000_000_000L, List.of()).truncated()).isTrue();
  }

  @Test
  void an_item_that_could_not_be_read_came_all_the_same() {
    assertThat(new ConversationPage(List.of(ITEM), 2, List.of(BROKEN)).truncated()).isFalse();
    assertThat(new ConversationPage(List.of(ITEM), 3, List.of(BROKEN)).truncated()).isTrue();
  }

  @Test
  void a_field_that_could_not_be_read_is_no_item() {
    var field = new UnreadablePart("Items[0].Created", "Created is no time.", false);

    assertThat(new ConversationPage(List.of(ITEM), 1, List.of(field)).truncated()).isFalse();
    assertThat(new ConversationPage(List.of(ITEM), 2, List.of(field)).truncated()).isTrue();
  }

  @Test
  void of_an_unknown_total_nothing_is_complete() {
    var page = new ConversationPage(List.of(ITEM), OptionalLong.empty(), List.of());

    assertThat(page.total()).isEmpty();
    assertThat(page.truncated()).isTrue();
    assertThat(new ConversationPage(List.of(), OptionalLong.empty(), List.of()).truncated())
        .isTrue();
  }

  @Test
  void a_total_smaller_than_what_came_is_refused() {
    assertThatThrownBy(() -> new ConversationPage(List.of(ITEM), 1, List.of(BROKEN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The total is 1 but 2 items came: a total counts at least these.");
  }

  @Test
  void what_came_is_copied_in() {
    var items = new ArrayList<>(List.of(ITEM));
    var unreadable = new ArrayList<>(List.of(BROKEN));
    var page = new ConversationPage(items, 2, unreadable);
    items.clear();
    unreadable.clear();

    assertThat(page.items()).containsExactly(ITEM);
    assertThat(page.unreadable()).containsExactly(BROKEN);
  }
}
