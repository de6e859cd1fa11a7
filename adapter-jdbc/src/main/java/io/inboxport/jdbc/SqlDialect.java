package io.inboxport.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** SQL of one kind of database. */
enum SqlDialect {
  /** PostgreSQL. */
  POSTGRESQL {
    /**
     * The time at which the statement reads the row, since now() is that of the begin. A statement
     * that waits for a lock may have read it before it waited; see {@link JdbcBudgetStore}.
     */
    @Override
    String time() {
      return "CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS BIGINT)";
    }

    @Override
    String insertMissing(TableName table, String columns, String values) {
      // A violated key would end the whole transaction.
      return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT DO NOTHING"
          .formatted(table, columns, values);
    }

    /** Leaves the level to the first statement, which costs no round trip of its own. */
    @Override
    int isolate(Connection connection) {
      return Connection.TRANSACTION_NONE;
    }

    /**
     * Sets what holds for this transaction alone, in the same round trip as the statement. A
     * process that freezes while it has the lock loses both with its session.
     */
    @Override
    String firstStatement(String statement, Duration limit) {
      return "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = "
          + limit.toMillis()
          + "; SET LOCAL idle_in_transaction_session_timeout = "
          + limit.toMillis()
          + "; "
          + statement;
    }

    /** Commits in the same round trip. If the statement fails, the server skips the commit. */
    @Override
    String lastStatement(String statement) {
      return statement + "; COMMIT";
    }

    @Override
    String hazards(TableName table, String subject) {
      return "SELECT 'synchronous_commit is off, so that a crash of the server loses commits:"
          + " turn it on for the user of the budget, ALTER ROLE ... SET synchronous_commit = on.'"
          + " WHERE current_setting('synchronous_commit') = 'off'";
    }
  },

  /** MariaDB, and MySQL, which speaks the same statements. */
  MARIADB {
    /**
     * The time at which the statement came, in UTC: SYSDATE would be a local time, which comes
     * twice when summer time ends. A statement that waits for a lock has read it before it waited;
     * see {@link JdbcBudgetStore}.
     */
    @Override
    String time() {
      return "TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000";
    }

    @Override
    String insertMissing(TableName table, String columns, String values) {
      return "INSERT IGNORE INTO %s (%s) VALUES (%s)".formatted(table, columns, values);
    }

    /** Sets the level for the next transaction alone: the session keeps its own. */
    @Override
    int isolate(Connection connection) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
      }
      return Connection.TRANSACTION_NONE;
    }

    @Override
    String hazards(TableName table, String subject) {
      var schema = table.schema() == null ? "DATABASE()" : "'" + table.schema() + "'";
      return """
      SELECT CONCAT('the table has the engine ', engine, ', which locks no row: use InnoDB.')
      FROM information_schema.tables
      WHERE table_schema = %s AND table_name = '%s' AND engine <> 'InnoDB'
      UNION ALL
      SELECT CONCAT('innodb_flush_log_at_trx_commit is ', @@innodb_flush_log_at_trx_commit, \
      ', so that a crash of the server loses commits: set it to 1.')
      FROM information_schema.engines
      WHERE engine = 'InnoDB' AND @@innodb_flush_log_at_trx_commit %s"""
          .formatted(schema, table.name(), losesNoCommit(subject) ? "<> 1" : "= 0");
    }
  },

  /** H2, embedded or as a server. */
  H2 {
    /**
     * The time that the transaction read first; an exchange reads it in its first statement. The
     * epoch is that of UTC, while DATEDIFF would count in the time zone of the session.
     */
    @Override
    String time() {
      return "CAST(FLOOR(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000) AS BIGINT)";
    }

    /** It sorts all rows, and locks them, before it limits them, whatever the indexes. */
    @Override
    boolean locksWhatItReturns() {
      return false;
    }

    @Override
    String insertMissing(TableName table, String columns, String values) {
      // A violated key fails nothing but this statement.
      return "INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, values);
    }

    @Override
    int isolate(Connection connection) throws SQLException {
      int before = connection.getTransactionIsolation();
      if (before == Connection.TRANSACTION_READ_COMMITTED) {
        return Connection.TRANSACTION_NONE;
      }
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      return before;
    }

    @Override
    String hazards(TableName table, String subject) {
      return "SELECT 'WRITE_DELAY is ' || setting_value || ', so that a process that is killed"
          + " loses commits: append ;WRITE_DELAY=0 to the URL of the database.'"
          + " FROM information_schema.settings"
          + " WHERE setting_name = 'WRITE_DELAY' AND setting_value <> '0'"
          + " AND DATABASE_PATH() IS NOT NULL";
    }
  },

  /** SQLite, for all but a shared budget: a file that the processes of one machine share. */
  SQLITE {
    @Override
    String time() {
      return "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
    }

    @Override
    String insertMissing(TableName table, String columns, String values) {
      return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT DO NOTHING"
          .formatted(table, columns, values);
    }

    @Override
    int isolate(Connection connection) {
      return Connection.TRANSACTION_NONE;
    }

    /**
     * Takes the lock for writing at once: a transaction that read first would fail if another one
     * wrote meanwhile. By statements, since the driver's own transactions hold the lock while they
     * are idle.
     */
    @Override
    void begin(Connection connection, Duration limit) throws SQLException {
      connection.setAutoCommit(true);
      try (var statement = connection.createStatement()) {
        statement.setQueryTimeout((int) limit.toSeconds());
        statement.execute("BEGIN IMMEDIATE");
      }
    }

    @Override
    void commit(Connection connection) throws SQLException {
      execute(connection, "COMMIT");
    }

    @Override
    void rollBack(Connection connection) throws SQLException {
      execute(connection, "ROLLBACK");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    /** There are no locks of rows: the transaction has the whole file. */
    @Override
    String lockingRows(String query, boolean skipLocked) {
      return query;
    }

    @Override
    String hazards(TableName table, String subject) {
      return "SELECT 'synchronous is ' || synchronous || ', so that a crash of the machine loses"
          + " commits: set PRAGMA synchronous = FULL for each connection.'"
          + " FROM pragma_synchronous WHERE synchronous < 2";
    }

    /** The driver gives no SQLSTATE. */
    @Override
    boolean isTableMissing(SQLException e) {
      return e.getErrorCode() == 1 && String.valueOf(e.getMessage()).contains("no such table");
    }
  };

  // No such table or schema: of PostgreSQL; of MariaDB and H2; of an empty H2; of H2's schemas.
  private static final Set<String> NOT_THERE =
      Set.of("42P01", "3F000", "42S02", "42S03", "42S04", "90079");

  /**
   * Finds the dialect of a connection.
   *
   * @throws IllegalStateException if the database is of another kind
   */
  static SqlDialect of(Connection connection) throws SQLException {
    var product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "PostgreSQL" -> POSTGRESQL;
      case "MariaDB", "MySQL" -> MARIADB;
      case "H2" -> H2;
      case "SQLite" -> SQLITE;
      default ->
          throw new IllegalStateException(
              "The database calls itself \"%s\"; it has to be PostgreSQL, MariaDB, MySQL or H2, or SQLite for all but a shared budget."
                  .formatted(product));
    };
  }

  /** Returns an expression for the database's time, in milliseconds since 1970, UTC. */
  abstract String time();

  /** Returns a statement that inserts a row unless its key exists. */
  abstract String insertMissing(TableName table, String columns, String values);

  /**
   * Makes the transaction that follows read committed rows: at a higher level, one that waited for
   * a row would fail.
   *
   * @return the level that the connection gets back afterwards, or {@code TRANSACTION_NONE} if it
   *     was left alone
   */
  abstract int isolate(Connection connection) throws SQLException;

  /**
   * Returns a statement that begins a transaction, with whatever else belongs before it.
   *
   * @param limit how long the transaction may wait for a lock, or do nothing, if the database can
   *     be told that for one transaction
   */
  String firstStatement(String statement, Duration limit) {
    return statement;
  }

  /**
   * Returns the statement that ends a transaction, with the commit if that costs no round trip of
   * its own then. The connection is told to commit in any case.
   */
  String lastStatement(String statement) {
    return statement;
  }

  /**
   * Begins a transaction.
   *
   * @param limit how long it may wait for a lock, if the database can be told so here
   */
  void begin(Connection connection, Duration limit) throws SQLException {
    connection.setAutoCommit(false);
  }

  /** Commits. */
  void commit(Connection connection) throws SQLException {
    connection.commit();
  }

  /** Rolls back. */
  void rollBack(Connection connection) throws SQLException {
    connection.rollback();
  }

  /**
   * Returns the query such that it locks the rows it finds, of its outermost table.
   *
   * @param skipLocked whether it passes over rows that others have locked, and else waits for them
   */
  String lockingRows(String query, boolean skipLocked) {
    return query + (skipLocked ? " FOR UPDATE SKIP LOCKED" : " FOR UPDATE");
  }

  /** Returns whether a locking query with a limit reads and locks no more rows than it returns. */
  boolean locksWhatItReturns() {
    return true;
  }

  /** Returns whether an insert failed because the key exists, and nothing else happened. */
  static boolean isKeyTaken(SQLException e) {
    return "23505".equals(e.getSQLState())
        || ("23000".equals(e.getSQLState()) && e.getErrorCode() == 1062);
  }

  /** Returns whether a statement failed because there is no such table. */
  boolean isTableMissing(SQLException e) {
    return e.getSQLState() != null && NOT_THERE.contains(e.getSQLState());
  }

  /** A budget that lost its last second is closed for a while, and an outbox would send again. */
  private static boolean losesNoCommit(String subject) {
    return !subject.equals("budget");
  }

  /** Returns a query for sentences about settings by which the table would not be safe. */
  abstract String hazards(TableName table, String subject);

  /** Returns the file that makes the tables of this subject. */
  String scriptFile(String subject) {
    return "META-INF/inboxport/" + subject + "-" + name().toLowerCase(Locale.ROOT) + ".sql";
  }
}
