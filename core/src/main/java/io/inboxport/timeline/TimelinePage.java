package io.inboxport.timeline;

import io.inboxport.conversation.UnreadablePart;
import java.util.List;

/**
 * Page of a timeline, newest entry first. The API tells neither a total nor whether more follow.
 *
 * @param entries the entries, immutable
 * @param unreadable what came but could not be read, entries and fields of entries, immutable;
 *     usually empty
 */
public record TimelinePage(List<TimelineEntry> entries, List<UnreadablePart> unreadable) {
  /** Creates a page. */
  public TimelinePage {
    entries = List.copyOf(entries);
    unreadable = List.copyOf(unreadable);
  }
}
