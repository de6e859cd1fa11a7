package io.inboxport.directory;

import io.inboxport.conversation.UnreadablePart;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Page of a list that stands beside conversations: of tags, canned responses, users or connected
 * profiles.
 *
 * @param <T> the kind of its items
 * @param items the items in the server's order, immutable
 * @param total how many there are on all pages; empty if the server names no total, one that cannot
 *     be read, or fewer than came
 * @param unreadable what came but could not be read, immutable; usually empty
 */
public record DirectoryPage<T>(List<T> items, OptionalLong total, List<UnreadablePart> unreadable) {
  /**
   * Creates a page.
   *
   * @throws IllegalArgumentException when the total is smaller than the number of items that came
   */
  public DirectoryPage {
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

  /** Returns how many items came, those that could not be read included. */
  public long came() {
    return came(items, unreadable);
  }

  /**
   * Returns whether there may be more items than came on this page. It is false only if the server
   * named the {@link #total()}, and so many came.
   */
  public boolean truncated() {
    return total.isEmpty() || total.getAsLong() > came();
  }

  private static long came(List<?> items, List<UnreadablePart> unreadable) {
    return items.size() + unreadable.stream().filter(UnreadablePart::wholeItem).count();
  }
}
