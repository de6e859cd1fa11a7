package io.inboxport.timeline;

import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.UnreadablePart;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walk along a timeline, from the newest entry to the oldest, page by page. */
final class TimelineWalk implements Iterator<TimelineEntry> {
  private final ConversationId conversation;
  private final TimelineSource source;
  private final Consumer<? super UnreadablePart> unreadable;
  private final Queue<TimelineEntry> loaded = new ArrayDeque<>();
  private final Set<TimelineEntryId> seen = new HashSet<>();
  private final Set<TimelineEntryId> cursors = new HashSet<>();
  private @Nullable TimelineEntryId cursor;
  private boolean stalled;
  private boolean ended;

  TimelineWalk(
      ConversationId conversation,
      TimelineSource source,
      @Nullable TimelineEntryId start,
      Consumer<? super UnreadablePart> unreadable) {
    this.conversation = conversation;
    this.source = source;
    this.unreadable = unreadable;
    this.cursor = start;
    if (start != null) {
      seen.add(start);
      cursors.add(start);
    }
  }

  @Override
  public boolean hasNext() {
    if (loaded.isEmpty() && !ended) {
      load();
    }
    return !loaded.isEmpty();
  }

  @Override
  public TimelineEntry next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The timeline has no older entry.");
    }
    return loaded.remove();
  }

  private void load() {
    if (stalled) {
      throw stalled();
    }
    var page = source.olderThan(cursor);
    page.unreadable().forEach(unreadable);
    var entries = page.entries();
    for (var entry : entries) {
      if (seen.add(entry.id())) {
        loaded.add(entry);
      }
    }
    if (loaded.isEmpty()) {
      if (!page.unreadable().isEmpty() || !entries.stream().allMatch(this::isCursor)) {
        // Not the end: something is there, but nothing that leads past it.
        throw stalled();
      }
      ended = true;
      return;
    }
    cursor = entries.get(entries.size() - 1).id();
    stalled = !cursors.add(cursor);
  }

  private UnreadableResponse stalled() {
    var given =
        cursor == null ? "no entry that can be read" : "nothing that leads past entry " + cursor;
    return new UnreadableResponse(
        Operation.TIMELINE,
        conversation,
        "The server gives " + given + ": the timeline is incomplete. Try again later.",
        null);
  }

  private boolean isCursor(TimelineEntry entry) {
    return entry.id().equals(cursor);
  }
}
