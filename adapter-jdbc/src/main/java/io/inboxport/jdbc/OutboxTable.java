package io.inboxport.jdbc;

import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxChange.Mark;
import io.inboxport.outbox.OutboxCondition;
import io.inboxport.outbox.OutboxContent;
import io.inboxport.outbox.OutboxHold;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.StoredWrite;
import io.inboxport.timeline.TimelineEntryId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Table of outbox entries: its statements and its SQL files. Times are milliseconds since 1970,
 * UTC.
 *
 * @param source the way to the database
 * @param name the name of the table
 * @param limit how long a transaction may wait for a lock, or do nothing
 * @param ahead how far the table's time is ahead of the database's, in milliseconds
 */
record OutboxTable(DataSource source, TableName name, Duration limit, LongSupplier ahead) {
  static final String STANDARD_NAME = "inboxport_outbox";

  /** The longest id of a conversation or an entry of a timeline that the columns hold. */
  static final int LONGEST_ID = 255;

  /** The size of the largest write, that of a MEDIUMBLOB of MariaDB. */
  static final int MOST_BYTES = 16_777_215;

  private static final String SUBJECT = "outbox";

  /** The order of the index, with its constant columns: H2 sorts all rows for any other one. */
  private static final String OLDEST = " ORDER BY account, phase, position LIMIT ";

  private static final String INSERTED =
      "account, business_key, conversation, line, operation, state, phase, fingerprint, content,"
          + " attempts, holder, held_until, begun_at, ended_by, newest_before, created_at, due_at,"
          + " changed_at, note";

  StoreTransaction begin() throws SQLException {
    return StoreTransaction.begin(source, limit);
  }

  StoreTransaction look() throws SQLException {
    return StoreTransaction.look(source, limit);
  }

  /** Makes the table unless it exists. */
  void create() throws SQLException {
    TableScript.create(this::begin, SUBJECT, STANDARD_NAME, name);
  }

  void check() throws SQLException {
    try (var transaction = begin()) {
      new TableCheck(SUBJECT, name, List.of(("position, " + INSERTED).split(", *")))
          .run(transaction);
    }
  }

  /** Returns an expression for the table's time. */
  private String time(SqlDialect dialect) {
    long millis = ahead.getAsLong();
    return millis == 0 ? dialect.time() : "(" + dialect.time() + " + " + millis + ")";
  }

  /** Returns an expression for the time after this length, or NULL. */
  private String after(SqlDialect dialect, @Nullable Duration length) {
    return length == null ? "NULL" : time(dialect) + " + " + length.toMillis();
  }

  /** Inserts an entry unless its key exists. */
  BoundSql insert(
      SqlDialect dialect,
      String account,
      OutboxKey key,
      OutboxContent content,
      OutboxChange first) {
    var conversation = content.conversation().value();
    boolean begins = first.mark() == Mark.BEGIN;
    var hold = first.holder() == null ? null : first.hold();
    var values =
        new BoundSql()
            .add("?, ?, ?, ", account, key, conversation)
            .value(first.to() == OutboxState.PLANNED ? conversation : null)
            .add(", ?, ?, ", content.operation().name(), first.to().name())
            .add("?, ?, ", OutboxPhase.of(first.to()).name(), content.fingerprint())
            .value(first.to().isFinal() ? null : bytes(content))
            .add(begins ? ", 1, " : ", 0, ")
            .value(first.holder())
            .add(", " + after(dialect, hold))
            .add(", " + after(dialect, begins ? Duration.ZERO : null))
            .add(", " + after(dialect, begins ? hold : null) + ", ")
            .value(newest(first))
            .add(", " + time(dialect) + ", " + after(dialect, first.due()))
            .add(", " + time(dialect) + ", ?", first.note());
    return values.as(dialect.insertMissing(name, INSERTED, values.text()));
  }

  /** Returns the id of the newest entry. One that the column cannot hold counts as unknown. */
  private static @Nullable String newest(OutboxChange change) {
    return Optional.ofNullable(change.newestBefore())
        .map(TimelineEntryId::value)
        .filter(id -> id.length() <= LONGEST_ID)
        .orElse(null);
  }

  private static byte @Nullable [] bytes(OutboxContent content) {
    return Optional.ofNullable(content.stored()).map(StoredWrite::bytes).orElse(null);
  }

  /** Changes an entry if the condition holds. */
  BoundSql update(
      SqlDialect dialect,
      String account,
      OutboxKey key,
      OutboxCondition condition,
      OutboxChange change) {
    var sql =
        new BoundSql()
            .add("UPDATE " + name + " SET state = ?, ", change.to().name())
            .add("phase = ?, note = ?", OutboxPhase.of(change.to()).name(), change.note())
            .add(", changed_at = " + time(dialect) + ", due_at = " + after(dialect, change.due()))
            .add(", held_until = ")
            .add(after(dialect, change.holder() == null ? null : change.hold()))
            .add(", holder = ")
            .value(change.holder());
    if (change.mark() == Mark.BEGIN) {
      sql.add(", attempts = attempts + 1, begun_at = " + time(dialect))
          .add(", ended_by = " + after(dialect, change.hold()) + ", newest_before = ")
          .value(newest(change));
    } else if (change.mark() == Mark.END) {
      sql.add(", ended_by = " + time(dialect));
    }
    if (change.to().isFinal()) {
      sql.add(", content = NULL, line = NULL");
    } else if (change.to() == OutboxState.PLANNED) {
      sql.add(", line = conversation");
    }
    sql.add(" WHERE account = ? AND business_key = ?", account, key)
        .add(" AND state = ?", condition.state().name());
    switch (condition.hold()) {
      case FREE -> sql.add(" AND " + isFree(dialect));
      case HELD -> sql.add(" AND holder = ?", String.valueOf(condition.holder()));
      case ANY -> {}
    }
    return sql;
  }

  private String isFree(SqlDialect dialect) {
    return "(held_until IS NULL OR held_until <= " + time(dialect) + ")";
  }

  private BoundSql select(SqlDialect dialect, String account) {
    return select(new BoundSql(), dialect, account);
  }

  private BoundSql select(BoundSql sql, SqlDialect dialect, String account) {
    return sql.add("SELECT " + OutboxRow.COLUMNS + ", " + time(dialect) + " AS read_at FROM ")
        .add(name + " o WHERE account = ?", account);
  }

  BoundSql find(SqlDialect dialect, String account, OutboxKey key) {
    return select(dialect, account).add(" AND business_key = ?", key);
  }

  /** Finds the next planned entry, which is the first in the line of its conversation. */
  BoundSql nextPlanned(SqlDialect dialect, String account) {
    return firstInLine(dialect, account).add(OLDEST + 1);
  }

  /** Finds the entry of a key if it is planned, and the first in its line. */
  BoundSql planned(SqlDialect dialect, String account, OutboxKey key) {
    return firstInLine(dialect, account).add(" AND business_key = ?", key);
  }

  private BoundSql firstInLine(SqlDialect dialect, String account) {
    return due(select(dialect, account), dialect, OutboxPhase.PLANNED)
        .add(" AND " + isFree(dialect))
        .add(" AND NOT EXISTS (SELECT 1 FROM " + name + " e WHERE e.account = o.account")
        .add(" AND e.line = o.line AND e.position < o.position)");
  }

  /** Finds the next entry to look up, unless one is being looked up. */
  BoundSql nextDoubtful(SqlDialect dialect, String account) {
    var sql = dueAndFree(dialect, account).add(" AND NOT EXISTS (");
    return lookedUp(sql, dialect, account).add(")" + OLDEST + 1);
  }

  /** Finds the entry of a key if it is to be looked up. */
  BoundSql doubtful(SqlDialect dialect, String account, OutboxKey key) {
    return dueAndFree(dialect, account).add(" AND business_key = ?", key);
  }

  private BoundSql dueAndFree(SqlDialect dialect, String account) {
    return due(select(dialect, account), dialect, OutboxPhase.DOUBTFUL)
        .add(" AND " + isFree(dialect));
  }

  /** Finds the entries that are being looked up now. */
  BoundSql lookedUp(SqlDialect dialect, String account) {
    return lookedUp(new BoundSql(), dialect, account).add(" LIMIT 1");
  }

  private BoundSql lookedUp(BoundSql sql, SqlDialect dialect, String account) {
    sql.add("SELECT 1 FROM " + name + " WHERE account = ?", account);
    return due(sql, dialect, OutboxPhase.DOUBTFUL).add(" AND held_until > " + time(dialect));
  }

  private BoundSql due(BoundSql sql, SqlDialect dialect, OutboxPhase phase) {
    return sql.add(phase.condition()).add(" AND due_at <= " + time(dialect));
  }

  /** Gives the entry of a key to a worker. */
  BoundSql hold(String account, OutboxKey key, OutboxHold hold) {
    return new BoundSql()
        .add("UPDATE " + name + " SET holder = ?", hold.holder())
        .add(", held_until = ?", hold.until().toEpochMilli())
        .add(" WHERE account = ? AND business_key = ?", account, key);
  }

  BoundSql list(SqlDialect dialect, String account, Set<OutboxState> states, int most) {
    var sql = new BoundSql();
    // One query for each phase, since an index is in the order of positions within a phase.
    for (var phase : OutboxPhase.of(states)) {
      sql.add(sql.text().isEmpty() ? "" : " UNION ALL ").add("SELECT * FROM (");
      select(sql, dialect, account)
          .add(phase.condition() + " AND state IN ")
          .list(states)
          .add(OLDEST + most + ") " + phase.name());
    }
    return sql.add(" ORDER BY position LIMIT " + most);
  }

  BoundSql delete(String account, OutboxKey key) {
    return new BoundSql()
        .add("DELETE FROM " + name + " WHERE account = ? AND business_key = ?", account, key)
        .add(OutboxPhase.FINAL.condition());
  }

  BoundSql deleteOld(SqlDialect dialect, String account, Duration age) {
    return new BoundSql()
        .add("DELETE FROM " + name + " WHERE account = ?" + OutboxPhase.FINAL.condition(), account)
        .add(" AND changed_at <= " + time(dialect) + " - " + age.toMillis());
  }
}
