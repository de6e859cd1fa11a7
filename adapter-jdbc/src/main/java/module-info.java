/** Keeps an outbox and shares the request budget of an account, over any DataSource. */
module io.inboxport.jdbc {
  requires static transitive org.jspecify;
  requires transitive io.inboxport;
  requires transitive io.inboxport.budget;
  requires transitive java.sql;

  exports io.inboxport.jdbc;

  provides io.inboxport.budget.shared.BudgetStoreConnector with
      io.inboxport.jdbc.JdbcStoreConnector;
}
