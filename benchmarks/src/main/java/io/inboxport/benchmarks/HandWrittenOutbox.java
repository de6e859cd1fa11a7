package io.inboxport.benchmarks;

import io.inboxport.conversation.ConversationId;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The same rows and statements without the outbox, as one would write them by hand. */
final class HandWrittenOutbox implements AutoCloseable {
  private static final String TABLE = "inboxport_outbox";
  private static final String OLDEST = " ORDER BY account, phase, position LIMIT 1";
  private static final byte[] CONTENT = new byte[90];
  private static final String FINGERPRINT = "0".repeat(64);

  private final Connection connection;
  private final InboxGateway gateway;
  private final boolean isH2;
  private final String time;

  HandWrittenOutbox(OutboxRig stage) throws SQLException {
    this.connection = stage.pool.getConnection();
    this.gateway = stage.twin;
    this.isH2 = stage.name.equals("H2");
    this.time =
        isH2
            ? "CAST(FLOOR(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000) AS BIGINT)"
            : "CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS BIGINT)";
    connection.setAutoCommit(false);
  }

  /** Commits a row, and changes it in another commit: what a write in an outbox costs at least. */
  void twoCommits(String key, ConversationId id) throws SQLException {
    insert(key, id, "SENDING", null);
    connection.commit();
    done(key);
    connection.commit();
  }

  private void insert(String key, ConversationId id, String state, @Nullable String line)
      throws SQLException {
    var sql =
        """
        INSERT INTO %s (account, business_key, conversation, line, operation, state, phase,
          fingerprint,
          content, attempts, holder, held_until, begun_at, ended_by, created_at, due_at, changed_at,
          note)
        VALUES ('hand', ?, ?, ?, 'REPLY', ?, ?, ?, ?, 1, ?, T + 120000, T, T + 120000, T, T, T, '')"""
            .formatted(TABLE)
            .replace("T,", time + ",")
            .replace("T +", time + " +");
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, key);
      statement.setString(2, id.value());
      statement.setString(3, line);
      statement.setString(4, state);
      statement.setString(5, state.equals("PLANNED") ? state : "DOUBTFUL");
      statement.setString(6, FINGERPRINT);
      statement.setBytes(7, CONTENT);
      statement.setString(8, UUID.randomUUID().toString());
      statement.executeUpdate();
    }
  }

  private void done(String key) throws SQLException {
    var sql =
        "UPDATE "
            + TABLE
            + (" SET state = 'DONE', phase = 'FINAL', note = 'The server took it.', changed_at = "
                + time)
            + (", due_at = NULL, held_until = NULL, holder = NULL, ended_by = " + time)
            + ", content = NULL, line = NULL"
            + " WHERE account = 'hand' AND business_key = ? AND state = 'SENDING'";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, key);
      statement.executeUpdate();
    }
  }

  /** Plans replies. */
  void plan(int count, OutboxRig stage) throws SQLException {
    var conversations = stage.conversations;
    for (int number = 0; number < count; number++) {
      var id = conversations.get(number % conversations.size());
      insert("hand-" + number, id, "PLANNED", id.value());
      free("hand-" + number);
      connection.commit();
    }
  }

  private void free(String key) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "UPDATE "
                + TABLE
                + " SET held_until = NULL WHERE business_key = ? AND account = 'hand'")) {
      statement.setString(1, key);
      statement.executeUpdate();
    }
  }

  /** Sends what is planned, so many at most. Returns how many replies there were. */
  int drain(int most) throws SQLException {
    int sent = 0;
    while (sent < most) {
      var row = take();
      if (row == null) {
        break;
      }
      gateway.get(row.id());
      gateway.timeline(row.id(), null);
      sending(row.key());
      connection.commit();
      gateway.reply(row.id(), ReplyDraft.of("Answer " + sent + " to your question."));
      done(row.key());
      connection.commit();
      sent++;
    }
    return sent;
  }

  private record PlannedRow(String key, ConversationId id) {}

  private @Nullable PlannedRow take() throws SQLException {
    var row = isH2 ? find(OLDEST) : find(OLDEST + " FOR UPDATE SKIP LOCKED");
    if (row != null && isH2) {
      row = find(" AND business_key = '" + row.key() + "' FOR UPDATE");
    }
    if (row == null) {
      connection.rollback();
      return null;
    }
    hold(row.key());
    connection.commit();
    return row;
  }

  private @Nullable PlannedRow find(String end) throws SQLException {
    var sql =
        """
        SELECT business_key, conversation, content FROM %s o
        WHERE account = 'hand' AND phase = 'PLANNED' AND due_at <= %s
        AND (held_until IS NULL OR held_until <= %s)
        AND NOT EXISTS (SELECT 1 FROM %s e WHERE e.account = o.account AND e.line = o.line
          AND e.position < o.position)"""
            .formatted(TABLE, time, time, TABLE);
    try (var query = connection.prepareStatement(sql + end);
        var rows = query.executeQuery()) {
      return rows.next()
          ? new PlannedRow(rows.getString(1), ConversationId.of(rows.getString(2)))
          : null;
    }
  }

  private void hold(String key) throws SQLException {
    var sql =
        "UPDATE "
            + TABLE
            + " SET holder = ?, held_until = "
            + time
            + " + 120000 WHERE account = 'hand' AND business_key = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, UUID.randomUUID().toString());
      statement.setString(2, key);
      statement.executeUpdate();
    }
  }

  private void sending(String key) throws SQLException {
    var sql =
        "UPDATE "
            + TABLE
            + (" SET state = 'SENDING', phase = 'DOUBTFUL', begun_at = "
                + time
                + ", ended_by = "
                + time
                + " + 120000")
            + (", changed_at = " + time + ", held_until = " + time + " + 120000")
            + (", attempts = attempts + 1, newest_before = NULL, due_at = " + time + " + 240000")
            + " WHERE account = 'hand' AND business_key = ? AND state = 'PLANNED'";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, key);
      statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.close();
  }
}
