package io.inboxport.inmemory;

import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.UserId;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Entry of a timeline as the server stores it. An inbox can hold millions: an id that was counted
 * takes the room of its number, and becomes a text when it is read.
 *
 * @param number the number of the id; of a given id, that of the last one counted before it
 * @param given the id if it was given, or null if it was counted
 * @param text the content, or null if the entry is deleted and only keeps the places of the others
 */
record StoredEntry(
    long number,
    @Nullable TimelineEntryId given,
    EntryType type,
    @Nullable Instant created,
    @Nullable String text,
    @Nullable UserId createdBy) {

  TimelineEntryId id() {
    return given == null ? IssuedIds.entryId(number) : given;
  }

  String content() {
    return text == null ? "" : text;
  }

  boolean isDeleted() {
    return text == null;
  }

  StoredEntry saying(String newContent) {
    return new StoredEntry(number, given, type, created, newContent, createdBy);
  }

  StoredEntry deleted() {
    return new StoredEntry(number, given, type, created, null, createdBy);
  }

  TimelineEntry toTimelineEntry() {
    return TimelineEntry.withId(id())
        .type(type)
        .created(created)
        .content(content())
        .createdBy(createdBy)
        .build();
  }
}
