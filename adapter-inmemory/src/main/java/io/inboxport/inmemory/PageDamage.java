package io.inboxport.inmemory;

import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.directory.DirectoryPage;
import io.inboxport.timeline.TimelinePage;
import java.util.List;
import java.util.OptionalLong;

/** Damage that a fault does to a page that comes: to its first item, or to its total. */
final class PageDamage {
  private static final String PROBLEM = "It has no id.";

  private PageDamage() {}

  /** Returns the page after this fault; an empty one has no item to break. */
  static ConversationPage of(Fault.Kind fault, ConversationPage page) {
    if (fault == Fault.Kind.UNKNOWN_TOTAL) {
      return new ConversationPage(page.items(), OptionalLong.empty(), page.unreadable());
    }
    return page.items().isEmpty()
        ? page
        : new ConversationPage(
            withoutFirst(page.items()),
            page.total(),
            List.of(new UnreadablePart("Conversations.Items[0]", PROBLEM)));
  }

  /** Returns the page with its first entry broken, if it has one. */
  static TimelinePage of(TimelinePage page) {
    return page.entries().isEmpty()
        ? page
        : new TimelinePage(
            withoutFirst(page.entries()), List.of(new UnreadablePart("Timeline[0]", PROBLEM)));
  }

  /** Returns the page of a list beside conversations after this fault. */
  static <T> DirectoryPage<T> ofDirectory(Fault.Kind fault, DirectoryPage<T> page) {
    if (fault == Fault.Kind.UNKNOWN_TOTAL) {
      return new DirectoryPage<>(page.items(), OptionalLong.empty(), page.unreadable());
    }
    return page.items().isEmpty()
        ? page
        : new DirectoryPage<>(
            withoutFirst(page.items()),
            page.total(),
            List.of(new UnreadablePart("Items[0]", PROBLEM)));
  }

  private static <T> List<T> withoutFirst(List<T> items) {
    return items.subList(1, items.size());
  }
}
