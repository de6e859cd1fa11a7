package io.inboxport.jdbc;

import io.inboxport.budget.shared.SharedBudgetBuilder;
import io.inboxport.budget.shared.SharedRequestBudget;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongUnaryOperator;
import javax.sql.DataSource;

/**
 * Request budgets that several processes share over a database: PostgreSQL, MariaDB, MySQL or H2.
 * One table holds a row for each account.
 *
 * <pre>{@code
 * var budgets = JdbcRequestBudget.over(dataSource);
 * budgets.createTables(); // once, when the application is installed
 * RequestBudget budget = budgets.account("acme").build();
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads, if the {@link DataSource} is. It opens no
 * connection before it needs one.
 */
public final class JdbcRequestBudget {
  // An exchange takes milliseconds. One that waits for longer has no caller left.
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final BudgetTable table;

  private JdbcRequestBudget(BudgetTable table) {
    this.table = table;
  }

  /**
   * Creates a budget over a database, in the table {@code inboxport_budget}. Each exchange takes a
   * connection, turns auto-commit off, and gives the connection back as it came. A pool is
   * advisable, and so is a limit for the time it takes to connect.
   */
  public static JdbcRequestBudget over(DataSource database) {
    return new JdbcRequestBudget(
        new BudgetTable(database, TableName.of(BudgetTable.STANDARD_NAME), LIMIT));
  }

  /**
   * Returns this budget in another table.
   *
   * @param name {@code table} or {@code schema.table}; each of 1 to 63 letters A to Z, digits and
   *     underscores, no digit first. Statements use it without quotes
   * @throws IllegalArgumentException if it is none
   */
  public JdbcRequestBudget table(String name) {
    return new JdbcRequestBudget(
        new BudgetTable(table.source(), TableName.of(name), table.limit()));
  }

  /**
   * Makes the table unless it exists, by the statements of the SQL file for the database: {@code
   * META-INF/inboxport/budget-postgresql.sql}, {@code budget-mariadb.sql} or {@code budget-h2.sql}
   * in the jar. Nothing else ever makes it. It needs the right to create tables.
   *
   * @throws SQLException if the database refuses, or cannot be reached
   * @throws IllegalStateException if the database is of another kind
   */
  public void createTables() throws SQLException {
    table.create();
  }

  /**
   * Checks that the table and its columns exist, and that the database keeps what it commits. The
   * first exchange of each budget checks the same.
   *
   * @throws IllegalStateException if something is missing or unsafe; the message says what to do
   * @throws SQLException if the database refuses, or cannot be reached
   */
  public void checkTables() throws SQLException {
    table.check();
  }

  /**
   * Starts to build the budget of one account, with the vendor's documented limits. Processes with
   * the same database, table and account share one budget.
   *
   * @param account a name for the account: 1 to 100 letters A to Z, digits, dots, underscores and
   *     hyphens. It is no secret: it is in the table and in messages
   * @throws IllegalArgumentException if it is none
   */
  public SharedBudgetBuilder account(String account) {
    return SharedRequestBudget.over(store(account, LongUnaryOperator.identity()));
  }

  /**
   * Returns the store of one account.
   *
   * @param time makes the ledger's time of the database's, in milliseconds since 1970, UTC
   */
  JdbcBudgetStore store(String account, LongUnaryOperator time) {
    return new JdbcBudgetStore(table, AccountName.check(account), time);
  }

  /** Returns this budget with another limit of a transaction. */
  JdbcRequestBudget limit(Duration limit) {
    return new JdbcRequestBudget(new BudgetTable(table.source(), table.name(), limit));
  }
}
