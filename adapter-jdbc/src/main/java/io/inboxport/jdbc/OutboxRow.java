package io.inboxport.jdbc;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.outbox.OutboxAttempt;
import io.inboxport.outbox.OutboxContent;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.outbox.OutboxHold;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.StoredWrite;
import io.inboxport.timeline.TimelineEntryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reader of the rows of the outbox's table, as a query found them. */
final class OutboxRow {
  /** The columns that {@link #read} expects, before the time of the table. */
  static final String COLUMNS =
      "position, business_key, conversation, operation, state, fingerprint, content, attempts,"
          + " holder, held_until, begun_at, ended_by, newest_before, created_at, due_at, note";

  private OutboxRow() {}

  /**
   * Reads the row that a result is at.
   *
   * @throws IllegalArgumentException when it holds what only a newer version writes
   */
  static OutboxEntry read(ResultSet row) throws SQLException {
    var content = row.getBytes("content");
    return new OutboxEntry(
        OutboxKey.of(row.getString("business_key")),
        new OutboxContent(
            ConversationId.of(row.getString("conversation")),
            Operation.valueOf(row.getString("operation")),
            row.getString("fingerprint"),
            content == null ? null : StoredWrite.ofBytes(content)),
        OutboxState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        attempt(row),
        hold(row.getString("holder"), instant(row, "held_until")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        instant(row, "due_at"),
        row.getString("note"),
        Instant.ofEpochMilli(row.getLong("read_at")));
  }

  private static @Nullable OutboxAttempt attempt(ResultSet row) throws SQLException {
    var begunAt = instant(row, "begun_at");
    var endedBy = instant(row, "ended_by");
    var newest = row.getString("newest_before");
    return begunAt == null || endedBy == null
        ? null
        : new OutboxAttempt(begunAt, endedBy, newest == null ? null : TimelineEntryId.of(newest));
  }

  private static @Nullable OutboxHold hold(@Nullable String holder, @Nullable Instant until) {
    return holder == null || until == null ? null : new OutboxHold(holder, until);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  /** Returns the entry as it is when a worker has taken it. */
  static OutboxEntry held(OutboxEntry entry, OutboxHold hold) {
    return new OutboxEntry(
        entry.key(),
        entry.content(),
        entry.state(),
        entry.attempts(),
        entry.lastAttempt(),
        hold,
        entry.createdAt(),
        entry.dueAt(),
        entry.note(),
        entry.readAt());
  }
}
