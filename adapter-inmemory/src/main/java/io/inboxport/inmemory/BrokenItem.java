package io.inboxport.inmemory;

import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.timeline.TimelinePage;
import java.util.List;

/** Makes the first item of a page unreadable, if it has one. */
final class BrokenItem {
  private static final String PROBLEM = "It has no id.";

  private BrokenItem() {}

  static ConversationPage in(ConversationPage page) {
    return page.items().isEmpty()
        ? page
        : new ConversationPage(
            withoutFirst(page.items()),
            page.total(),
            List.of(new UnreadablePart("Conversations.Items[0]", PROBLEM)));
  }

  static TimelinePage in(TimelinePage page) {
    return page.entries().isEmpty()
        ? page
        : new TimelinePage(
            withoutFirst(page.entries()), List.of(new UnreadablePart("Timeline[0]", PROBLEM)));
  }

  private static <T> List<T> withoutFirst(List<T> items) {
    return items.subList(1, items.size());
  }
}
