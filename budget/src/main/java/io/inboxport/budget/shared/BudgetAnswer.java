package io.inboxport.budget.shared;

import io.inboxport.budget.shared.BudgetExchange.DayCount;
import java.util.List;

/**
 * Answer of the store to one exchange. Immutable.
 *
 * @param epoch the epoch of the ledger
 * @param lost whether the ledger lost something that this process knows; nothing was granted, and
 *     the process is to send what it remembers
 * @param writes how many permits for writes were granted
 * @param reads how many permits for reads were granted
 * @param writeWait in how many milliseconds the next write may get its turn
 * @param readWait in how many milliseconds the next read may get its turn
 * @param days the counts of the days that now touches
 * @param time the time of the store, in milliseconds since 1970, UTC
 */
public record BudgetAnswer(
    long epoch,
    boolean lost,
    int writes,
    int reads,
    long writeWait,
    long readWait,
    List<DayCount> days,
    long time) {
  /** Creates an answer; copies its list. */
  public BudgetAnswer {
    days = List.copyOf(days);
  }
}
