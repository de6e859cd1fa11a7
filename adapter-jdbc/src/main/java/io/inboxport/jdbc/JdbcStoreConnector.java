package io.inboxport.jdbc;

import io.inboxport.budget.shared.BudgetStore;
import io.inboxport.budget.shared.BudgetStoreConnector;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.LongUnaryOperator;

/**
 * Connects to a database at a {@code jdbc:} URL, through the {@link DriverManager}. Each exchange
 * opens a connection; an application with a pool gives that to {@link JdbcRequestBudget#over}.
 */
public final class JdbcStoreConnector implements BudgetStoreConnector {
  /** Creates a connector; the service loader does. */
  public JdbcStoreConnector() {}

  @Override
  public boolean connectsTo(String url) {
    return url.toLowerCase(Locale.ROOT).startsWith("jdbc:");
  }

  @Override
  public BudgetStore connect(String url, String account) {
    try {
      DriverManager.getDriver(url);
    } catch (SQLException missing) {
      // Its message may show the URL, which may hold a password.
      throw new IllegalArgumentException(
          "No driver on the class path knows this database: add the driver of PostgreSQL, MariaDB,"
              + " MySQL or H2.");
    }
    return JdbcRequestBudget.over(new DriverSource(url))
        .store(account, LongUnaryOperator.identity());
  }
}
