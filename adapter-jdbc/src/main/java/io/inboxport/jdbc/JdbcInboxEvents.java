package io.inboxport.jdbc;

import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Event stores over a database: PostgreSQL, MariaDB, MySQL, H2 or SQLite. One table holds the
 * events of all accounts.
 *
 * <pre>{@code
 * var stores = JdbcInboxEvents.over(dataSource);
 * stores.createTables(); // once, when the application is installed
 * var events = InboxEvents.over(gateway, stores.account("acme"), subscriber).build();
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads, if the {@link DataSource} is. It opens no
 * connection before it needs one.
 */
public final class JdbcInboxEvents {
  static final String STANDARD_NAME = "inboxport_event";
  static final String COLUMNS =
      "account, conversation, number, marks, cause, due_at, held_until, seen, listed, state,"
          + " told_at";

  private final EventWork table;

  private JdbcInboxEvents(EventWork table) {
    this.table = table;
  }

  /** Creates event stores over a database, in the table {@code inboxport_event}. */
  public static JdbcInboxEvents over(DataSource database) {
    return new JdbcInboxEvents(
        new EventWork(database, "event", STANDARD_NAME, TableName.of(STANDARD_NAME), COLUMNS));
  }

  /**
   * Returns the stores in another table.
   *
   * @param name {@code table} or {@code schema.table}; each of 1 to 63 letters A to Z, digits and
   *     underscores, no digit first. Statements use it without quotes. SQLite takes no schema
   * @throws IllegalArgumentException if it is none
   */
  public JdbcInboxEvents table(String name) {
    return new JdbcInboxEvents(table.named(name));
  }

  /**
   * Makes the table unless it exists, by the statements of the SQL file for the database: {@code
   * META-INF/inboxport/event-postgresql.sql}, {@code event-mariadb.sql}, {@code event-h2.sql} or
   * {@code event-sqlite.sql} in the jar. Nothing else ever makes it. It needs the right to create
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
   * events.
   *
   * @param account a name for the account: 1 to 100 letters A to Z, digits, dots, underscores and
   *     hyphens. It is no secret: it is in the table and in messages
   * @throws IllegalArgumentException if it is none
   */
  public JdbcInboxEventStore account(String account) {
    return new JdbcInboxEventStore(table, AccountName.check(account));
  }
}
