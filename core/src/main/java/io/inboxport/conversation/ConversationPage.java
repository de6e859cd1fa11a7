package io.inboxport.conversation;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Page of conversations that a query found, and the total of those that match.
 *
 * <p>The API documents no second page: {@link ConversationQuery#atMost} is its only paging. When
 * {@link #truncated()}, slice the inbox by more filters to see the rest.
 *
 * @param items the conversations in the server's order, immutable; their tags are not loaded
 * @param total how many conversations match in all, unreadable ones included. Empty if that is not
 *     known: the server names no total, one that cannot be read, or fewer than came
 * @param unreadable what came but could not be read, immutable; usually empty
 */
public record ConversationPage(
    List<Conversation> items, OptionalLong total, List<UnreadablePart> unreadable) {
  /**
   * Creates a page.
   *
   * @throws IllegalArgumentException when the total is smaller than the number of items that came
   */
  public ConversationPage {
    items = List.copyOf(items);
    unreadable = List.copyOf(unreadable);
    Objects.requireNonNull(total, "total");
    long came = came(items, unreadable);
    if (total.isPresent() && total.getAsLong() < came) {
      throw new IllegalArgumentException(
          "The total is "
              + total.getAsLong()
              + " but "
              + came
              + " items came: a total counts at least these.");
    }
  }

  /**
   * Creates a page whose total is known.
   *
   * @throws IllegalArgumentException when the total is smaller than the number of items that came
   */
  public ConversationPage(List<Conversation> items, long total, List<UnreadablePart> unreadable) {
    this(items, OptionalLong.of(total), unreadable);
  }

  /**
   * Returns whether more conversations may match than came. It is false only if the server named
   * the {@link #total()}, and so many came.
   */
  public boolean truncated() {
    return total.isEmpty() || total.getAsLong() > came(items, unreadable);
  }

  private static long came(List<Conversation> items, List<UnreadablePart> unreadable) {
    return items.size() + unreadable.stream().filter(UnreadablePart::wholeItem).count();
  }
}
