package io.inboxport.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

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
    String hazards(TableName table) {
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
    String hazards(TableName table) {
      var schema = table.schema() == null ? "DATABASE()" : "'" + table.schema() + "'";
      return """
      SELECT CONCAT('the table has the engine ', engine, ', which locks no row: use InnoDB.')
      FROM information_schema.tables
      WHERE table_schema = %s AND table_name = '%s' AND engine <> 'InnoDB'
      UNION ALL
      SELECT 'innodb_flush_log_at_trx_commit is 0, so that a crash of the server loses commits: \
      set it to 1.'
      FROM information_schema.engines
      WHERE engine = 'InnoDB' AND @@innodb_flush_log_at_trx_commit = 0"""
          .formatted(schema, table.name());
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
    String hazards(TableName table) {
      return "SELECT 'WRITE_DELAY is ' || setting_value || ', so that a process that is killed"
          + " loses commits: append ;WRITE_DELAY=0 to the URL of the database.'"
          + " FROM information_schema.settings"
          + " WHERE setting_name = 'WRITE_DELAY' AND setting_value <> '0'"
          + " AND DATABASE_PATH() IS NOT NULL";
    }
  };

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
      default ->
          throw new IllegalStateException(
              "The database calls itself \"%s\"; a shared budget needs PostgreSQL, MariaDB, MySQL or H2."
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

  /** Returns a query for sentences about settings that would open the budget. */
  abstract String hazards(TableName table);

  /** Returns the file that makes the tables of this subject. */
  String scriptFile(String subject) {
    return "META-INF/inboxport/" + subject + "-" + name().toLowerCase(Locale.ROOT) + ".sql";
  }
}
