package io.inboxport.conversation;

import java.util.List;

/**
 * Page of conversations that a query found, and the total of those that match.
 *
 * <p>The API documents no second page: {@link ConversationQuery#atMost} is its only paging. When
 * {@link #truncated()}, slice the inbox by more filters to see the rest.
 *
 * @param items the conversations in the server's order, immutable; their tags are not loaded
 * @param total how many conversations match in all, at least as many as came, unreadable ones
 *     included. If the server names no total, or too small a one, it is the number that came.
 *     {@link #truncated()} is then false although more may exist
 * @param unreadable what came but could not be read, immutable; usually empty
 */
public record ConversationPage(
    List<Conversation> items, long total, List<UnreadablePart> unreadable) {
  /**
   * Creates a page.
   *
   * @throws IllegalArgumentException when the total is smaller than the number of items that came
   */
  public ConversationPage {
    items = List.copyOf(items);
    unreadable = List.copyOf(unreadable);
    if (total < items.size() + unreadable.size()) {
      throw new IllegalArgumentException(
          "The total is "
              + total
              + " but "
              + (items.size() + unreadable.size())
              + " items came: a total counts at least these.");
    }
  }

  /**
   * Returns whether more conversations match than came, by the {@link #total()} that the server
   * names.
   */
  public boolean truncated() {
    return total > items.size() + unreadable.size();
  }
}
