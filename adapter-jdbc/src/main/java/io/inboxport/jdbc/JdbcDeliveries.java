package io.inboxport.jdbc;

import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Delivery stores over a database: PostgreSQL, MariaDB, MySQL, H2 or SQLite. One table holds the
 * deliveries of all accounts.
 *
 * <pre>{@code
 * var deliveries = JdbcDeliveries.over(dataSource);
 * deliveries.createTables(); // once, when the application is installed
 * var guard = DeliveryGuard.over(deliveries.account("acme"), Clock.systemUTC());
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads, if the {@link DataSource} is. It opens no
 * connection before it needs one.
 */
public final class JdbcDeliveries {
  static final String STANDARD_NAME = "inboxport_delivery";
  static final String COLUMNS = "account, digest, seen_at, claimed_until";

  private final EventWork table;

  private JdbcDeliveries(EventWork table) {
    this.table = table;
  }

  /** Creates delivery stores over a database, in the table {@code inboxport_delivery}. */
  public static JdbcDeliveries over(DataSource database) {
    return new JdbcDeliveries(
        new EventWork(database, "delivery", STANDARD_NAME, TableName.of(STANDARD_NAME), COLUMNS));
  }

  /**
   * Returns the stores in another table.
   *
   * @param name {@code table} or {@code schema.table}; each of 1 to 63 letters A to Z, digits and
   *     underscores, no digit first. Statements use it without quotes. SQLite takes no schema
   * @throws IllegalArgumentException if it is none
   */
  public JdbcDeliveries table(String name) {
    return new JdbcDeliveries(table.named(name));
  }

  /**
   * Makes the table unless it exists, by the statements of the SQL file for the database: {@code
   * META-INF/inboxport/delivery-postgresql.sql}, {@code delivery-mariadb.sql}, {@code
   * delivery-h2.sql} or {@code delivery-sqlite.sql} in the jar. Nothing else ever makes it. It
   * needs the right to create tables.
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
   * deliveries.
   *
   * @param account a name for the account: 1 to 100 letters A to Z, digits, dots, underscores and
   *     hyphens. It is no secret: it is in the table and in messages
   * @throws IllegalArgumentException if it is none
   */
  public JdbcDeliveryStore account(String account) {
    return new JdbcDeliveryStore(table, AccountName.check(account));
  }
}
