package io.inboxport.jdbc;

import io.inboxport.budget.shared.BudgetAnswer;
import io.inboxport.budget.shared.BudgetExchange;
import io.inboxport.budget.shared.BudgetLedger;
import io.inboxport.budget.shared.BudgetStore;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * Store of one account's ledger in a row of a table. An exchange locks the row, reads the ledger,
 * carries the exchange out, writes the ledger and commits: two round trips on PostgreSQL.
 *
 * <p>The time comes with the row, and the database may have read it before it waited for the lock.
 * That is safe. It is not older than the exchange, so no age in the exchange reaches too far back.
 * The ledger's own time never runs backwards, so an exchange that waited gets the time of the one
 * it waited for.
 *
 * <p>A failure closes the budget until the next exchange, so there is one retry at most: after a
 * deadlock or a conflict, since the database has then undone everything for certain. A lock that
 * took too long has used up the caller's time; after a lost connection, the exchange may be done.
 */
final class JdbcBudgetStore implements BudgetStore {
  // A table forgets nothing by itself; see BudgetLedger.exchange.
  private static final long NO_ANNOUNCEMENT = 0;
  // Only an operator who keeps deleting the row can make more necessary.
  private static final int MOST_INSERTS = 3;
  // Class 40 of SQLSTATE: the transaction was rolled back.
  private static final String ROLLED_BACK = "40";

  private final BudgetTable table;
  private final String account;
  private final LongUnaryOperator time;
  private volatile boolean checked;

  /**
   * Creates a store.
   *
   * @param time makes the ledger's time of the database's, in milliseconds since 1970, UTC
   */
  JdbcBudgetStore(BudgetTable table, String account, LongUnaryOperator time) {
    this.table = table;
    this.account = account;
    this.time = time;
  }

  @Override
  public BudgetAnswer exchange(BudgetExchange exchange) throws SQLException {
    if (!checked) {
      table.check();
      checked = true;
    }
    try {
      return exchangeOnce(exchange);
    } catch (SQLException e) {
      if (e.getSQLState() == null || !e.getSQLState().startsWith(ROLLED_BACK)) {
        throw e;
      }
      return exchangeOnce(exchange);
    }
  }

  private BudgetAnswer exchangeOnce(BudgetExchange exchange) throws SQLException {
    for (int inserts = 0; inserts <= MOST_INSERTS; inserts++) {
      var answer = exchangeWithRow(exchange);
      if (answer.isPresent()) {
        return answer.get();
      }
      insertRow();
    }
    throw new IllegalStateException(
        "The row of the account %s in the table %s vanishes as soon as it is inserted."
            .formatted(account, table.name()));
  }

  private Optional<BudgetAnswer> exchangeWithRow(BudgetExchange exchange) throws SQLException {
    try (var transaction = table.begin()) {
      var row = table.lock(transaction, account);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      var ledger = read(row.get().ledger());
      long now = time.applyAsLong(row.get().time());
      var answer = ledger.exchange(exchange, now, NO_ANNOUNCEMENT);
      table.update(transaction, account, ledger.toBytes());
      transaction.commit();
      return Optional.of(answer);
    }
  }

  /**
   * Inserts the row in a transaction of its own. One that looked for the row first would hold a
   * lock on the gap in MariaDB; two of them would wait for each other.
   */
  private void insertRow() throws SQLException {
    try (var transaction = table.begin()) {
      table.insert(transaction, account, new BudgetLedger().toBytes());
      transaction.commit();
    }
  }

  @Override
  public BudgetLedger look() throws SQLException {
    try (var transaction = table.begin()) {
      var bytes = table.look(transaction, account);
      return bytes.isEmpty() ? new BudgetLedger() : read(bytes.get());
    }
  }

  /** Reads a ledger. A damaged one grants nothing, since it would pass for an empty one. */
  private BudgetLedger read(byte[] bytes) {
    try {
      return BudgetLedger.of(bytes);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "The ledger of the account %s in the table %s cannot be read, so nothing is granted: %s"
                  .formatted(account, table.name(), e.getMessage())
              + " If it is damaged, delete the row as the guide to operations says.",
          e);
    }
  }
}
