/** Keeps an outbox and shares the request budget of an account, over any DataSource. */
@SuppressWarnings("requires-automatic") // Guice 7 has no descriptor of its own, and is optional.
module io.inboxport.jdbc {
  requires static transitive org.jspecify;
  requires static com.google.guice;
  requires transitive io.inboxport;
  requires transitive io.inboxport.budget;
  requires transitive java.sql;

  exports io.inboxport.jdbc;
  exports io.inboxport.jdbc.guice;

  provides io.inboxport.budget.shared.BudgetStoreConnector with
      io.inboxport.jdbc.JdbcStoreConnector;
}
