package io.inboxport.budget.shared;

import java.util.function.LongSupplier;

/**
 * Store in the memory of this process, with a settable time. It keeps the ledger as bytes, as the
 * stores of files and databases do.
 */
public final class LedgerStore implements BudgetStore {
  private final LongSupplier millis;
  private final long announcement;
  private byte[] bytes = new BudgetLedger().toBytes();

  /** A store that never forgets. */
  public LedgerStore(LongSupplier millis) {
    this(millis, 0);
  }

  /** A store whose new ledger waits for so many milliseconds. */
  public LedgerStore(LongSupplier millis, long announcement) {
    this.millis = millis;
    this.announcement = announcement;
  }

  @Override
  public synchronized BudgetAnswer exchange(BudgetExchange exchange) {
    var ledger = look();
    var answer = ledger.exchange(exchange, millis.getAsLong(), announcement);
    bytes = ledger.toBytes();
    return answer;
  }

  @Override
  public synchronized BudgetLedger look() {
    return BudgetLedger.of(bytes);
  }

  /** Everything that the store holds. */
  synchronized byte[] copy() {
    return bytes.clone();
  }

  /** Puts a former state in the place of this one: the last writes are lost. */
  synchronized void restore(byte[] former) {
    bytes = former;
  }

  /** Loses everything. */
  void flush() {
    restore(new BudgetLedger().toBytes());
  }
}
