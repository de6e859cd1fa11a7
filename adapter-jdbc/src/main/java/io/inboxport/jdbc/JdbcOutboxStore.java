package io.inboxport.jdbc;

import io.inboxport.call.InboxWrite;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxCondition;
import io.inboxport.outbox.OutboxContent;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.outbox.OutboxHold;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.OutboxStore;
import io.inboxport.outbox.OutboxUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Outbox store of one account in a table, which any number of processes and accounts may share.
 * Thread-safe, if the {@link javax.sql.DataSource} is. Each method takes one connection, and gives
 * it back as it came.
 */
public final class JdbcOutboxStore implements OutboxStore {
  // Class 40 of SQLSTATE: the transaction was rolled back.
  private static final String ROLLED_BACK = "40";

  private final OutboxTable table;
  private final String account;
  private volatile boolean checked;

  JdbcOutboxStore(OutboxTable table, String account) {
    this.table = table;
    this.account = account;
  }

  /**
   * Plans a write in a transaction of the caller: it is planned if and when the caller commits. The
   * connection is used for a few statements, and is not committed, rolled back or closed. Planning
   * the same write under the same key again changes nothing.
   *
   * @return whether it was planned now; false if the key has its entry already
   * @throws IllegalArgumentException when the key was used for another write, or the write is one
   *     that no server would take
   * @throws SQLException when the database refuses, or cannot be reached
   */
  public boolean plan(Connection connection, OutboxKey key, InboxWrite write) throws SQLException {
    var content = Outbox.contentToPlan(key, write);
    fitting(content);
    var dialect = SqlDialect.of(connection);
    for (int tries = 0; tries < 2; tries++) {
      var insert = table.insert(dialect, account, key, content, OutboxChange.planned());
      try (var statement = connection.prepareStatement(insert.text())) {
        insert.bind(statement);
        if (isInserted(statement)) {
          return true;
        }
      }
      if (isPlanned(connection, table.find(dialect, account, key), content)) {
        return false;
      }
      // Its entry was removed in between, so that the key is free.
    }
    throw new SQLException("The outbox removes what is planned: try again.", ROLLED_BACK + "001");
  }

  private static boolean isPlanned(Connection connection, BoundSql find, OutboxContent content)
      throws SQLException {
    // A lock sees what is committed, whatever the level of the caller's transaction. But it would
    // stop a worker until the caller commits.
    for (var text :
        List.of(find.text(), SqlDialect.of(connection).lockingRows(find.text(), false))) {
      try (var query = connection.prepareStatement(text)) {
        find.bind(query);
        try (var rows = query.executeQuery()) {
          if (rows.next()) {
            OutboxRow.read(rows).checkSame(content);
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isInserted(PreparedStatement insert) throws SQLException {
    try {
      return StoreTransaction.changes(insert) == 1;
    } catch (SQLException e) {
      if (!SqlDialect.isKeyTaken(e)) {
        throw e;
      }
      return false;
    }
  }

  @Override
  public Optional<OutboxEntry> find(OutboxKey key) {
    return call(
        () -> {
          try (var look = table.look()) {
            return entry(look, table.find(look.dialect(), account, key));
          }
        });
  }

  @Override
  public boolean add(OutboxKey key, OutboxContent content, OutboxChange first) {
    fitting(content);
    return change(dialect -> table.insert(dialect, account, key, content, first)) == 1;
  }

  private static void fitting(OutboxContent content) {
    int length = content.conversation().value().length();
    if (length > OutboxTable.LONGEST_ID) {
      throw new IllegalArgumentException(
          "The outbox keeps ids of conversations of %d characters at most; this one has %d."
              .formatted(OutboxTable.LONGEST_ID, length));
    }
    var stored = content.stored();
    if (stored != null && stored.size() > OutboxTable.MOST_BYTES) {
      throw new IllegalArgumentException(
          "The outbox keeps writes of %d bytes at most; this one has %d: attach less."
              .formatted(OutboxTable.MOST_BYTES, stored.size()));
    }
  }

  @Override
  public boolean change(OutboxKey key, OutboxCondition condition, OutboxChange change) {
    return change(dialect -> table.update(dialect, account, key, condition, change)) == 1;
  }

  @Override
  public Optional<OutboxEntry> takePlanned(String holder, Duration hold) {
    return call(
        () -> {
          try (var transaction = table.begin()) {
            var dialect = transaction.dialect();
            var next = table.nextPlanned(dialect, account);
            if (dialect.locksWhatItReturns()) {
              next = locking(dialect, next, true);
            }
            var found = entry(transaction.prepareFirst(next.text()), next);
            while (found.isPresent()) {
              var locked =
                  dialect.locksWhatItReturns()
                      ? found
                      : locked(transaction, table.planned(dialect, account, found.get().key()));
              if (locked.isPresent()) {
                return Optional.of(take(transaction, locked.get(), holder, hold));
              }
              found = entry(transaction, next);
            }
            return Optional.empty();
          }
        });
  }

  /**
   * Locks nothing until it has found an entry: a worker that finds none must not stop the one that
   * looks at one.
   */
  @Override
  public Optional<OutboxEntry> takeDoubtful(String holder, Duration hold) {
    return call(
        () -> {
          try (var transaction = table.begin()) {
            var dialect = transaction.dialect();
            var next = table.nextDoubtful(dialect, account);
            var found = entry(transaction.prepareFirst(next.text()), next);
            while (found.isPresent()) {
              var locked = locked(transaction, table.doubtful(dialect, account, found.get().key()));
              // In a statement of its own: the lock may have waited for a worker that took it.
              if (locked.isPresent() && !isLookedUp(transaction)) {
                return Optional.of(take(transaction, locked.get(), holder, hold));
              }
              found = entry(transaction, next);
            }
            return Optional.empty();
          }
        });
  }

  /**
   * Locks the entry that a query finds, if it still does; waits for a transaction that has it
   * locked.
   */
  private static Optional<OutboxEntry> locked(StoreTransaction transaction, BoundSql query)
      throws SQLException {
    return entry(transaction, locking(transaction.dialect(), query, false));
  }

  private boolean isLookedUp(StoreTransaction transaction) throws SQLException {
    var sql = table.lookedUp(transaction.dialect(), account);
    try (var query = transaction.prepare(sql.text())) {
      sql.bind(query);
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private OutboxEntry take(
      StoreTransaction transaction, OutboxEntry entry, String holder, Duration hold)
      throws SQLException {
    var given = new OutboxHold(holder, entry.readAt().plus(hold));
    var sql = table.hold(account, entry.key(), given);
    try (var update = transaction.prepareLast(sql.text())) {
      sql.bind(update);
      var unused = StoreTransaction.changes(update);
    }
    transaction.commit();
    return OutboxRow.held(entry, given);
  }

  @Override
  public List<OutboxEntry> list(Set<OutboxState> states, int most) {
    return call(
        () -> {
          try (var look = table.look()) {
            var sql = table.list(look.dialect(), account, states, most);
            var entries = new ArrayList<OutboxEntry>();
            try (var query = look.prepare(sql.text())) {
              sql.bind(query);
              try (var rows = query.executeQuery()) {
                while (rows.next()) {
                  entries.add(OutboxRow.read(rows));
                }
              }
            }
            return List.copyOf(entries);
          }
        });
  }

  @Override
  public boolean remove(OutboxKey key) {
    return change(dialect -> table.delete(account, key)) == 1;
  }

  @Override
  public int removeFinal(Duration age) {
    return change(dialect -> table.deleteOld(dialect, account, age));
  }

  /** Makes one statement a transaction of its own. Returns how many rows it changed. */
  private int change(Function<SqlDialect, BoundSql> statement) {
    return call(
        () -> {
          try (var transaction = table.begin()) {
            var sql = statement.apply(transaction.dialect());
            int changes;
            try (var update = transaction.prepareOnly(sql.text())) {
              sql.bind(update);
              changes = StoreTransaction.changes(update);
            } catch (SQLException e) {
              if (!SqlDialect.isKeyTaken(e)) {
                throw e;
              }
              return 0;
            }
            transaction.commit();
            return changes;
          }
        });
  }

  private static BoundSql locking(SqlDialect dialect, BoundSql query, boolean skipLocked) {
    return query.as(dialect.lockingRows(query.text(), skipLocked));
  }

  private static Optional<OutboxEntry> entry(StoreTransaction transaction, BoundSql sql)
      throws SQLException {
    return entry(transaction.prepare(sql.text()), sql);
  }

  /** Executes a query, closes it, and returns its first entry. */
  private static Optional<OutboxEntry> entry(PreparedStatement prepared, BoundSql sql)
      throws SQLException {
    try (var query = prepared) {
      sql.bind(query);
      try (var rows = StoreTransaction.rows(query)) {
        return rows.next() ? Optional.of(OutboxRow.read(rows)) : Optional.empty();
      }
    }
  }

  private <T> T call(Work<T> work) {
    try {
      if (!checked) {
        table.check();
        checked = true;
      }
      try {
        return work.run();
      } catch (SQLException e) {
        if (!String.valueOf(e.getSQLState()).startsWith(ROLLED_BACK)) {
          throw e;
        }
        return work.run();
      }
    } catch (SQLException e) {
      throw new OutboxUnavailable(
          "The table %s of the outbox cannot be used: %s".formatted(table.name(), e.getMessage()),
          e);
    } catch (IllegalArgumentException e) {
      throw new OutboxUnavailable(
          "An entry in the table %s of the outbox cannot be read: a newer version of this library wrote it."
              .formatted(table.name()),
          e);
    }
  }

  /** Work on the database. */
  @FunctionalInterface
  private interface Work<T extends @Nullable Object> {
    T run() throws SQLException;
  }
}
