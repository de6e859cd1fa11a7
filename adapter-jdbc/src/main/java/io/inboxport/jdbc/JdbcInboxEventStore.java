package io.inboxport.jdbc;

import io.inboxport.conversation.ConversationId;
import io.inboxport.event.FetchCause;
import io.inboxport.event.FetchTask;
import io.inboxport.event.InboxEventStore;
import io.inboxport.event.PollPosition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Event store of one account in a table, which any number of processes and accounts may share.
 * Thread-safe, if the {@link javax.sql.DataSource} is. Each method takes one connection, and gives
 * it back as it came.
 */
public final class JdbcInboxEventStore implements InboxEventStore {
  /** The id of the row that holds the position of the poll: no conversation has an empty one. */
  private static final String POLL = "";

  /** So many ids fit into a statement of every database. */
  private static final int MOST_IDS = 500;

  private final EventWork table;
  private final String account;

  JdbcInboxEventStore(EventWork table, String account) {
    this.table = table;
    this.account = account;
  }

  /** Each in transactions of its own: two that mark several would wait for each other. */
  @Override
  public void mark(Map<ConversationId, String> ids, FetchCause cause, Instant due) {
    ids.forEach((id, seen) -> mark(id.value(), seen, cause, due.toEpochMilli()));
  }

  private void mark(String id, String seen, FetchCause cause, long due) {
    var again = markAgain(id, seen, cause, due);
    if (table.change(again) == 0 && !table.insert(insert(id, seen, cause, due))) {
      var unused = table.change(again);
    }
  }

  private BoundSql markAgain(String id, String seen, FetchCause cause, long due) {
    // MariaDB sets from left to right, so that the cause, which decides nothing, comes last.
    var update =
        new BoundSql()
            .add("UPDATE " + table.name() + " SET marks = marks + 1")
            .add(", due_at = CASE WHEN due_at < ? THEN due_at ELSE ? END", due, due)
            .add(", cause = CASE WHEN cause = ? THEN cause", FetchCause.HEARD.name())
            .add(" ELSE ? END", cause.name());
    if (!seen.isEmpty()) {
      update.add(", seen = ?", seen);
    }
    return update.add(" WHERE account = ? AND conversation = ?", account, id);
  }

  private BoundSql insert(String id, String seen, FetchCause cause, long due) {
    return new BoundSql()
        .add("?, ?, 0, 1, ?, ?, NULL, ", account, id, cause.name(), due)
        .value(seen.isEmpty() ? null : seen)
        .add(", NULL, NULL, NULL");
  }

  @Override
  public Optional<FetchTask> take(Set<FetchCause> causes, Instant now, Instant until) {
    if (causes.isEmpty()) {
      return Optional.empty();
    }
    return table.run(
        transaction -> {
          var sql = next(transaction.dialect(), causes, now.toEpochMilli());
          var found =
              EventWork.rows(transaction.prepareFirst(sql.text()), sql, JdbcInboxEventStore::taken);
          if (found.isEmpty()) {
            return Optional.empty();
          }
          var task = found.get(0);
          var update =
              new BoundSql()
                  .add("UPDATE " + table.name() + " SET number = number + 1")
                  .add(", held_until = ?", until.toEpochMilli())
                  .add(" WHERE account = ? AND conversation = ?", account, task.id().value());
          var unused = EventWork.execute(transaction.prepareLast(update.text()), update);
          transaction.commit();
          return Optional.of(task);
        });
  }

  private BoundSql next(SqlDialect dialect, Set<FetchCause> causes, long now) {
    var query =
        new BoundSql()
            .add("SELECT conversation, number, marks, cause, state FROM " + table.name())
            .add(" WHERE account = ? AND due_at <= ? AND cause IN ", account, now)
            .list(causes.stream().map(Enum::name).toList())
            .add(" AND (held_until IS NULL OR held_until <= ?)", now)
            .add(" ORDER BY account, due_at LIMIT 1");
    return query.as(dialect.lockingRows(query.text(), true));
  }

  private static FetchTask taken(ResultSet row) throws SQLException {
    return new FetchTask(
        ConversationId.of(row.getString(1)),
        row.getLong(2) + 1,
        row.getLong(3),
        FetchCause.valueOf(row.getString(4)),
        row.getString(5));
  }

  @Override
  public boolean told(
      FetchTask task, @Nullable String listed, @Nullable String state, Instant now) {
    var sql = new BoundSql().add("UPDATE " + table.name() + " SET listed = ");
    if (listed == null || state == null) {
      sql.value(null);
    } else {
      sql.add("CASE WHEN seen IS NULL THEN ? ELSE seen END", listed);
    }
    sql.add(", seen = NULL, state = ").value(state).add(", told_at = ?", now.toEpochMilli());
    sql.add(", due_at = CASE WHEN marks = ? THEN NULL ELSE due_at END", task.marks());
    sql.add(", cause = CASE WHEN marks = ? THEN NULL ELSE cause END", task.marks());
    return giveBack(sql, task);
  }

  @Override
  public boolean putOff(FetchTask task, Instant due) {
    return giveBack(
        new BoundSql().add("UPDATE " + table.name() + " SET due_at = ?", due.toEpochMilli()), task);
  }

  private boolean giveBack(BoundSql update, FetchTask task) {
    return table.change(
            update
                .add(", held_until = NULL WHERE account = ?", account)
                .add(" AND conversation = ?", task.id().value())
                .add(" AND number = ?", task.number()))
        == 1;
  }

  @Override
  public Map<ConversationId, String> listed(Collection<ConversationId> ids) {
    var listed = new HashMap<ConversationId, String>();
    var all = new ArrayList<>(ids);
    for (int from = 0; from < all.size(); from += MOST_IDS) {
      var some = all.subList(from, Math.min(all.size(), from + MOST_IDS));
      var sql =
          new BoundSql()
              .add(
                  "SELECT conversation, listed FROM " + table.name() + " WHERE account = ?",
                  account)
              .add(" AND listed IS NOT NULL AND conversation IN ")
              .list(some.stream().map(ConversationId::value).toList());
      table
          .read(sql, row -> Map.entry(ConversationId.of(row.getString(1)), row.getString(2)))
          .forEach(entry -> listed.put(entry.getKey(), entry.getValue()));
    }
    return listed;
  }

  @Override
  public List<ConversationId> settled(int most) {
    return table.read(
        new BoundSql()
            .add("SELECT conversation FROM " + table.name() + " WHERE account = ?", account)
            .add(" AND told_at IS NOT NULL AND state IS NOT NULL AND due_at IS NULL")
            .add(" ORDER BY account, told_at LIMIT " + most),
        row -> ConversationId.of(row.getString(1)));
  }

  @Override
  public PollPosition position() {
    var sql =
        new BoundSql()
            .add("SELECT number, told_at FROM " + table.name())
            .add(" WHERE account = ? AND conversation = ?", account, POLL);
    var found =
        table.read(
            sql, row -> new PollPosition(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))));
    return found.isEmpty() ? PollPosition.START : found.get(0);
  }

  @Override
  public boolean advance(PollPosition from, PollPosition to) {
    var update =
        new BoundSql()
            .add("UPDATE " + table.name() + " SET number = ?", to.turn())
            .add(", told_at = ?", to.due().toEpochMilli())
            .add(" WHERE account = ? AND conversation = ?", account, POLL)
            .add(" AND number = ?", from.turn())
            .add(" AND told_at = ?", from.due().toEpochMilli());
    return table.change(update) == 1
        || (from.equals(PollPosition.START) && table.insert(begun(to)));
  }

  private BoundSql begun(PollPosition to) {
    return new BoundSql()
        .add("?, ?, ?, 0, NULL, NULL, NULL, ", account, POLL, to.turn())
        .add("NULL, NULL, NULL, ?", to.due().toEpochMilli());
  }
}
