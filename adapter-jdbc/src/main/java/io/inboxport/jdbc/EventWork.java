package io.inboxport.jdbc;

import io.inboxport.event.EventStoreUnavailable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Work on a table of events or deliveries: it checks the table before the first use, and tries once
 * more if the database rolled the work back.
 *
 * @param source the way to the database
 * @param subject the subject of the table, as in the name of its SQL file
 * @param standardName the name of the table in the file
 * @param name the name of the table
 * @param columns the columns it must have
 * @param checked whether the table was found to be good
 */
record EventWork(
    DataSource source,
    String subject,
    String standardName,
    TableName name,
    List<String> columns,
    AtomicBoolean checked) {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  // Class 40 of SQLSTATE: the transaction was rolled back.
  private static final String ROLLED_BACK = "40";

  /** Work in a transaction, which it commits. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T run(StoreTransaction transaction) throws SQLException;
  }

  /** Reader of one row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  EventWork(
      DataSource source, String subject, String standardName, TableName name, String columns) {
    this(
        source,
        subject,
        standardName,
        name,
        List.of(columns.split(", *", -1)),
        new AtomicBoolean());
  }

  EventWork named(String other) {
    return new EventWork(
        source, subject, standardName, TableName.of(other), columns, new AtomicBoolean());
  }

  private StoreTransaction begin() throws SQLException {
    return StoreTransaction.begin(source, LIMIT);
  }

  void create() throws SQLException {
    TableScript.create(this::begin, subject, standardName, name);
  }

  void check() throws SQLException {
    try (var transaction = begin()) {
      new TableCheck(subject, name, columns).run(transaction);
    }
  }

  /**
   * Does work in a transaction.
   *
   * @throws EventStoreUnavailable when the database fails
   */
  <T extends @Nullable Object> T run(Work<T> work) {
    try {
      if (!checked.get()) {
        check();
        checked.set(true);
      }
      try {
        return runOnce(work);
      } catch (SQLException e) {
        if (!String.valueOf(e.getSQLState()).startsWith(ROLLED_BACK)) {
          throw e;
        }
        return runOnce(work);
      }
    } catch (SQLException e) {
      throw new EventStoreUnavailable(
          "The table %s cannot be used: %s".formatted(name, e.getMessage()), e);
    }
  }

  private <T extends @Nullable Object> T runOnce(Work<T> work) throws SQLException {
    try (var transaction = begin()) {
      return work.run(transaction);
    }
  }

  /** Makes one statement a transaction of its own. Returns how many rows it changed. */
  int change(BoundSql sql) {
    return run(
        transaction -> {
          int changes;
          try (var update = transaction.prepareOnly(sql.text())) {
            sql.bind(update);
            changes = StoreTransaction.changes(update);
          }
          transaction.commit();
          return changes;
        });
  }

  /** Reads rows, in a transaction of their own. */
  <T> List<T> read(BoundSql sql, RowReader<T> reader) {
    return run(
        transaction -> {
          var rows = rows(transaction.prepareFirst(sql.text()), sql, reader);
          transaction.commit();
          return rows;
        });
  }

  static <T> List<T> rows(PreparedStatement prepared, BoundSql sql, RowReader<T> reader)
      throws SQLException {
    var found = new ArrayList<T>();
    try (var query = prepared) {
      sql.bind(query);
      try (var rows = StoreTransaction.rows(query)) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
    }
    return found;
  }

  /** Executes a statement within a transaction. Returns how many rows it changed. */
  static int execute(PreparedStatement prepared, BoundSql sql) throws SQLException {
    try (var update = prepared) {
      sql.bind(update);
      return StoreTransaction.changes(update);
    }
  }

  /**
   * Inserts a row unless its key exists, in a transaction of its own: one that looked for the row
   * first may hold a lock on the gap, and two of them would wait for each other.
   *
   * @param values the values of all columns
   * @return whether it was inserted
   */
  boolean insert(BoundSql values) {
    return run(
        transaction -> {
          var sql =
              values.as(
                  transaction
                      .dialect()
                      .insertMissing(name, String.join(", ", columns), values.text()));
          try (var insert = transaction.prepareOnly(sql.text())) {
            sql.bind(insert);
            boolean isInserted = StoreTransaction.changes(insert) == 1;
            transaction.commit();
            return isInserted;
          } catch (SQLException e) {
            if (!SqlDialect.isKeyTaken(e)) {
              throw e;
            }
            return false;
          }
        });
  }

  /** Reads a number that may be NULL. */
  static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}
