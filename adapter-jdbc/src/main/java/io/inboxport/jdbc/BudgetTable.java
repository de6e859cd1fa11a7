package io.inboxport.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Table of ledgers: its statements and its SQL files.
 *
 * @param source the way to the database
 * @param name the name of the table
 * @param limit how long a transaction may wait for a lock, or do nothing
 */
record BudgetTable(DataSource source, TableName name, Duration limit) {
  static final String STANDARD_NAME = "inboxport_budget";

  private static final String SUBJECT = "budget";
  private static final String COLUMNS = "account, ledger, version";
  // SQLSTATE of a violated key: another process has inserted the row.
  private static final String CLASS_OF_VIOLATIONS = "23";

  /**
   * Row of an account.
   *
   * @param ledger the bytes of the ledger
   * @param time the time of the database, in milliseconds since 1970, UTC
   */
  @SuppressWarnings("ArrayRecordComponent")
  record LedgerRow(byte[] ledger, long time) {}

  StoreTransaction begin() throws SQLException {
    var transaction = StoreTransaction.begin(source, limit);
    if (transaction.dialect() == SqlDialect.SQLITE) {
      transaction.close();
      throw new IllegalStateException(
          "A shared budget needs PostgreSQL, MariaDB, MySQL or H2. On one machine, share a file: FileRequestBudget.");
    }
    return transaction;
  }

  /** Makes the table unless it exists. */
  void create() throws SQLException {
    TableScript.create(this::begin, SUBJECT, STANDARD_NAME, name);
  }

  void check() throws SQLException {
    try (var transaction = begin()) {
      new TableCheck(SUBJECT, name, List.of(COLUMNS.split(", "))).run(transaction);
    }
  }

  /** Locks the row of the account, and reads it. */
  Optional<LedgerRow> lock(StoreTransaction transaction, String account) throws SQLException {
    var sql =
        "SELECT ledger, "
            + transaction.dialect().time()
            + (" FROM " + name + " WHERE account = ? FOR UPDATE");
    try (var query = transaction.prepareFirst(sql)) {
      query.setString(1, account);
      try (var rows = StoreTransaction.rows(query)) {
        return rows.next()
            ? Optional.of(new LedgerRow(rows.getBytes(1), rows.getLong(2)))
            : Optional.empty();
      }
    }
  }

  /** Reads the ledger of the account without a lock. */
  Optional<byte[]> look(StoreTransaction transaction, String account) throws SQLException {
    var sql = "SELECT ledger FROM " + name + " WHERE account = ?";
    try (var query = transaction.prepareFirst(sql)) {
      query.setString(1, account);
      try (var rows = StoreTransaction.rows(query)) {
        return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
      }
    }
  }

  /** Writes the ledger of the account, whose row is locked, as the last act of a transaction. */
  void update(StoreTransaction transaction, String account, byte[] ledger) throws SQLException {
    var sql = "UPDATE " + name + " SET ledger = ?, version = version + 1 WHERE account = ?";
    try (var update = transaction.prepareLast(sql)) {
      update.setBytes(1, ledger);
      update.setString(2, account);
      if (update.executeUpdate() != 1) {
        throw new IllegalStateException(
            "The row of the account %s in the table %s was not updated.".formatted(account, name));
      }
    }
  }

  /** Inserts the row of the account unless it is there. */
  void insert(StoreTransaction transaction, String account, byte[] ledger) throws SQLException {
    var sql = transaction.dialect().insertMissing(name, COLUMNS, "?, ?, 0");
    try (var insert = transaction.prepare(sql)) {
      insert.setString(1, account);
      insert.setBytes(2, ledger);
      execute(insert);
    }
  }

  private static void execute(PreparedStatement insert) throws SQLException {
    try {
      insert.executeUpdate();
    } catch (SQLException e) {
      if (e.getSQLState() == null || !e.getSQLState().startsWith(CLASS_OF_VIOLATIONS)) {
        throw e;
      }
    }
  }
}
