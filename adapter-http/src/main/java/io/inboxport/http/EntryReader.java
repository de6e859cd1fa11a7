package io.inboxport.http;

import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.UserId;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the entries of one timeline, or one entry of any. */
final class EntryReader implements AnswerPayload.Reader<TimelineEntry> {
  private static final EntryType NO_TYPE = EntryType.of("");

  private final TimestampReader timestamps;
  private final RepeatedText<EntryType> types;
  private final RepeatedText<UserId> authors;

  /**
   * Creates it.
   *
   * @param inList whether it reads a list; if not, it holds nothing, and threads may share it
   */
  EntryReader(TimestampReader timestamps, boolean inList) {
    this.timestamps = timestamps;
    types = new RepeatedText<>(EntryType::of, inList);
    authors = new RepeatedText<>(UserId::of, inList);
  }

  @Override
  public @Nullable TimelineEntry read(JsonCursor in) throws IOException {
    if (!in.enterObject()) {
      return null;
    }
    TimelineEntryId id = null;
    var type = NO_TYPE;
    Instant created = null;
    var content = "";
    UserId createdBy = null;
    while (in.nextField()) {
      switch (in.field()) {
        case ID -> id = in.id(TimelineEntryId::of);
        case TYPE -> type = in.value(types);
        case CREATED -> created = in.time(timestamps);
        case CONTENT -> content = in.textOrEmpty();
        case CREATED_BY -> createdBy = in.user(authors);
        default -> in.skip();
      }
    }
    return id == null
        ? null
        : TimelineEntry.withId(id)
            .type(type)
            .created(created)
            .content(content)
            .createdBy(createdBy)
            .unreadable(in.unknownFields())
            .build();
  }
}
