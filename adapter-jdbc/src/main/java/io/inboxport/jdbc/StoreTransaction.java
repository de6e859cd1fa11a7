package io.inboxport.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Transaction on a connection of its own, which reads committed rows. It is rolled back unless it
 * was committed, and the connection goes back as it came: it may belong to a pool.
 */
final class StoreTransaction implements AutoCloseable {
  private static final int NO_TIMEOUT = 0;

  private final Connection connection;
  private final SqlDialect dialect;
  private final Duration limit;
  private boolean autoCommitBefore;
  private int isolationBefore = Connection.TRANSACTION_NONE;
  private int timeoutBefore;
  private boolean isBegun;
  private boolean committed;

  private StoreTransaction(Connection connection, Duration limit) throws SQLException {
    this.connection = connection;
    this.limit = limit;
    this.dialect = SqlDialect.of(connection);
  }

  /**
   * Begins a transaction.
   *
   * @param limit how long it may wait for a lock, or do nothing; an answer of the database may take
   *     twice as long, so that the database speaks first
   */
  @SuppressWarnings("MustBeClosed")
  static StoreTransaction begin(DataSource source, Duration limit) throws SQLException {
    var connection = source.getConnection();
    try {
      var transaction = new StoreTransaction(connection, limit);
      transaction.begin();
      return transaction;
    } catch (SQLException | RuntimeException e) {
      closeAfter(e, connection);
      throw e;
    }
  }

  private static void closeAfter(Exception failure, Connection connection) {
    try {
      connection.close();
    } catch (SQLException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Opens a connection for queries that need no transaction: each sees what is committed.
   *
   * @param limit how long an answer of the database may take, half of it
   */
  @SuppressWarnings("MustBeClosed")
  static StoreTransaction look(DataSource source, Duration limit) throws SQLException {
    var connection = source.getConnection();
    try {
      var transaction = new StoreTransaction(connection, limit);
      transaction.look();
      return transaction;
    } catch (SQLException | RuntimeException e) {
      closeAfter(e, connection);
      throw e;
    }
  }

  private void look() throws SQLException {
    timeoutBefore = limitAnswers((int) (2 * limit.toMillis()));
    autoCommitBefore = connection.getAutoCommit();
    if (!autoCommitBefore) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private void begin() throws SQLException {
    // A database that went away without a word would hold the budget of this process for ever.
    timeoutBefore = limitAnswers((int) (2 * limit.toMillis()));
    autoCommitBefore = connection.getAutoCommit();
    if (!autoCommitBefore) {
      // A check of the pool may have begun a transaction, and with it another level and time.
      connection.rollback();
    }
    dialect.begin(connection, limit);
    isBegun = true;
    isolationBefore = dialect.isolate(connection);
  }

  private int limitAnswers(int millis) throws SQLException {
    try {
      int before = connection.getNetworkTimeout();
      if (before == NO_TIMEOUT || before > millis) {
        connection.setNetworkTimeout(Runnable::run, millis);
      }
      return before;
    } catch (SQLFeatureNotSupportedException e) {
      return NO_TIMEOUT;
    }
  }

  SqlDialect dialect() {
    return dialect;
  }

  /** Prepares the first statement, which is a query; {@link #rows} executes it. */
  PreparedStatement prepareFirst(String query) throws SQLException {
    return prepare(dialect.firstStatement(query, limit));
  }

  /** Prepares the last statement, which may commit already; {@link #commit} follows. */
  PreparedStatement prepareLast(String sql) throws SQLException {
    return prepare(dialect.lastStatement(sql));
  }

  PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  Statement statement() throws SQLException {
    return connection.createStatement();
  }

  /** Prepares the only statement of a transaction, as {@link #prepareLast} does. */
  PreparedStatement prepareOnly(String sql) throws SQLException {
    return prepare(dialect.firstStatement(dialect.lastStatement(sql), limit));
  }

  /**
   * Executes a statement, with whatever a dialect put around it, and counts the rows it changed.
   */
  static int changes(PreparedStatement statement) throws SQLException {
    boolean isRows = statement.execute();
    int changes = 0;
    while (isRows || statement.getUpdateCount() >= 0) {
      changes += isRows ? 0 : statement.getUpdateCount();
      isRows = statement.getMoreResults();
    }
    return changes;
  }

  /** Executes a query, and whatever a dialect put before it. */
  static ResultSet rows(PreparedStatement query) throws SQLException {
    boolean isRows = query.execute();
    while (!isRows && query.getUpdateCount() >= 0) {
      isRows = query.getMoreResults();
    }
    return query.getResultSet();
  }

  void commit() throws SQLException {
    dialect.commit(connection);
    committed = true;
  }

  /**
   * Rolls back what was not committed, and gives the connection back. Never fails after a commit,
   * since what was committed is done.
   */
  @Override
  public void close() throws SQLException {
    try (connection) {
      giveBack();
    } catch (SQLException | RuntimeException e) {
      if (!committed) {
        throw e;
      }
    }
  }

  private void giveBack() throws SQLException {
    try {
      if (isBegun && !committed) {
        dialect.rollBack(connection);
      }
      connection.setAutoCommit(autoCommitBefore);
      if (isolationBefore != Connection.TRANSACTION_NONE) {
        connection.setTransactionIsolation(isolationBefore);
      }
      restoreTimeout();
    } catch (SQLException | RuntimeException e) {
      // A pool must not keep it, with a lock perhaps.
      connection.abort(Runnable::run);
      throw e;
    }
  }

  private void restoreTimeout() throws SQLException {
    try {
      connection.setNetworkTimeout(Runnable::run, timeoutBefore);
    } catch (SQLFeatureNotSupportedException e) {
      // It was never set.
    }
  }
}
