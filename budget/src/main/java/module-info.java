/** Counts the requests that an account may send. */
module io.inboxport.budget {
  requires static transitive org.jspecify;

  exports io.inboxport.budget;
  exports io.inboxport.budget.file;
  exports io.inboxport.budget.shared;

  uses io.inboxport.budget.shared.BudgetStoreConnector;
}
