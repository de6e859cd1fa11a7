package io.inboxport.timeline;

import io.inboxport.conversation.UnreadablePart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives the pages it was told to give, and notes which it was asked for. */
final class ScriptedSource implements TimelineSource {
  private final Deque<TimelinePage> pages = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();

  /** The next page holds these entries. */
  ScriptedSource page(String... ids) {
    pages.add(new TimelinePage(Stream.of(ids).map(ScriptedSource::entry).toList(), List.of()));
    return this;
  }

  /** The next page holds these entries, and one that cannot be read. */
  ScriptedSource brokenPage(String problem, String... ids) {
    var entries = Stream.of(ids).map(ScriptedSource::entry).toList();
    pages.add(new TimelinePage(entries, List.of(new UnreadablePart("Timeline[0]", problem))));
    return this;
  }

  /** The cursors of the pages asked for so far. */
  List<String> asked() {
    return asked;
  }

  static TimelineEntry entry(String id) {
    return TimelineEntry.withId(TimelineEntryId.of(id)).build();
  }

  @Override
  public TimelinePage olderThan(@Nullable TimelineEntryId cursor) {
    asked.add(cursor == null ? "newest" : cursor.value());
    return pages.remove();
  }
}
