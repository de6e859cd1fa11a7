package io.inboxport.timeline;

import io.inboxport.conversation.Unreadable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives the pages it was told to give, and notes which it was asked for. */
final class ScriptedSource implements TimelineSource {
  static final class Stalled extends RuntimeException {
    Stalled(@Nullable TimelineEntryId cursor) {
      super("stalled at " + cursor);
    }
  }

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
    pages.add(new TimelinePage(entries, List.of(new Unreadable("Timeline[0]", problem))));
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

  @Override
  public RuntimeException stalledAt(@Nullable TimelineEntryId cursor) {
    return new Stalled(cursor);
  }
}
