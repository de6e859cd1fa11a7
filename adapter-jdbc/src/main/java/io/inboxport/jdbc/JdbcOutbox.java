package io.inboxport.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * Outbox stores over a database: PostgreSQL, MariaDB, MySQL, H2 or SQLite. One table holds the
 * entries of all accounts.
 *
 * <pre>{@code
 * var outboxes = JdbcOutbox.over(dataSource);
 * outboxes.createTables(); // once, when the application is installed
 * Outbox outbox = Outbox.over(gateway, outboxes.account("acme")).build();
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads, if the {@link DataSource} is. It opens no
 * connection before it needs one.
 */
public final class JdbcOutbox {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final OutboxTable table;

  private JdbcOutbox(OutboxTable table) {
    this.table = table;
  }

  /** Creates outbox stores over a database, in the table {@code inboxport_outbox}. */
  public static JdbcOutbox over(DataSource database) {
    return new JdbcOutbox(
        new OutboxTable(database, TableName.of(OutboxTable.STANDARD_NAME), LIMIT, () -> 0));
  }

  /**
   * Returns the stores in another table.
   *
   * @param name {@code table} or {@code schema.table}; each of 1 to 63 letters A to Z, digits and
   *     underscores, no digit first. Statements use it without quotes. SQLite takes no schema
   * @throws IllegalArgumentException if it is none
   */
  public JdbcOutbox table(String name) {
    return new JdbcOutbox(
        new OutboxTable(table.source(), TableName.of(name), table.limit(), table.ahead()));
  }

  /**
   * Makes the table unless it exists, by the statements of the SQL file for the database: {@code
   * META-INF/inboxport/outbox-postgresql.sql}, {@code outbox-mariadb.sql}, {@code outbox-h2.sql} or
   * {@code outbox-sqlite.sql} in the jar. Nothing else ever makes it. It needs the right to create
   * tables.
   *
   * @throws SQLException if the database refuses, or cannot be reached
   * @throws IllegalStateException if the database is of another kind
   */
  public void createTables() throws SQLException {
    table.create();
  }

  /**
   * Checks that the table and its columns exist, and that the database keeps what it commits. The
   * first use of each store checks the same.
   *
   * @throws IllegalStateException if something is missing or unsafe; the message says what to do
   * @throws SQLException if the database refuses, or cannot be reached
   */
  public void checkTables() throws SQLException {
    table.check();
  }

  /**
   * Returns the store of one account. Processes with the same database, table and account share its
   * entries.
   *
   * @param account a name for the account: 1 to 100 letters A to Z, digits, dots, underscores and
   *     hyphens. It is no secret: it is in the table and in messages
   * @throws IllegalArgumentException if it is none
   */
  public JdbcOutboxStore account(String account) {
    return new JdbcOutboxStore(table, AccountName.check(account));
  }

  /** Returns the stores with a time that is so many milliseconds ahead of the database's. */
  JdbcOutbox ahead(LongSupplier millis) {
    return new JdbcOutbox(new OutboxTable(table.source(), table.name(), table.limit(), millis));
  }
}
