package io.inboxport.budget.shared;

import io.inboxport.budget.RequestLimits;
import java.time.Duration;
import java.util.List;

/**
 * Message of one process to the store: what became of its permits, and how many it wants. All times
 * are lengths in milliseconds, since the clocks of two machines differ. Immutable.
 *
 * @param process the name of the process, unique among the processes of the account
 * @param number the number of this exchange; those of one process grow, and the store ignores one
 *     that is not above the last it saw, because that comes late
 * @param acknowledged the number of the last exchange whose answer the process has; 0 for none. One
 *     above its own number says that requests left without the store, so that no ledger knows all
 * @param epoch the epoch of that answer; 0 if the process remembers nothing. A ledger with another
 *     epoch, or with a lower number for this process, has lost something
 * @param ends what became of permits; reported again until an answer comes
 * @param remembered requests that the ledger may have lost
 * @param days the counts of days that the process has seen, for a ledger that lost them
 * @param block the length of a new block in milliseconds; 0 for none
 * @param firstPermit the number of the first permit that may be granted; permits for writes come
 *     first, those for reads follow after the wanted number of writes
 * @param writes what is wanted for writes; also for reads, if nothing is reserved for writes
 * @param reads what is wanted for reads
 * @param longestLease the longest lease of any request of this process, in milliseconds
 * @param limits the limits of the account
 */
public record BudgetExchange(
    String process,
    long number,
    long acknowledged,
    long epoch,
    List<PermitEnd> ends,
    List<RememberedRequest> remembered,
    List<DayCount> days,
    long block,
    long firstPermit,
    Want writes,
    Want reads,
    long longestLease,
    RequestLimits limits) {
  /** Nothing wanted. */
  public static final Want NOTHING = new Want(0, 0, 0);

  /** Creates a message; copies its lists. */
  public BudgetExchange {
    ends = List.copyOf(ends);
    remembered = List.copyOf(remembered);
    days = List.copyOf(days);
  }

  /**
   * Permits that a process wants.
   *
   * @param count how many
   * @param patience how many milliseconds the first in line would wait
   * @param lease how many milliseconds a request may be under way after its permit was granted
   */
  public record Want(int count, long patience, long lease) {}

  /**
   * End of a permit.
   *
   * @param permit its number
   * @param kind what became of the request
   * @param age how many milliseconds ago it ended, rounded down
   */
  public record PermitEnd(long permit, Kind kind, long age) {
    /** Kind of an end. */
    public enum Kind {
      /** The request was answered. */
      ANSWERED,
      /** The request left, and no answer came. */
      ABANDONED,
      /** No request left. */
      CANCELLED
    }
  }

  /**
   * Request that a process remembers.
   *
   * @param permit its number
   * @param read whether it counts as a read
   * @param taken how many milliseconds ago its permit was granted, rounded up
   * @param counted in how many milliseconds the server has counted it at the latest; negative in
   *     the past
   */
  public record RememberedRequest(long permit, boolean read, long taken, long counted) {}

  /**
   * Count of a day.
   *
   * @param day the day since 1970-01-01, UTC
   * @param all the requests counted on it
   * @param reads the reads among them
   */
  public record DayCount(long day, int all, int reads) {}

  /** The length of the longest window in milliseconds, with its margin. */
  public long window() {
    return Duration.ofMinutes(1).plus(limits.margin()).toMillis();
  }

  /** The length of the short window in milliseconds, with its margin. */
  public long burst() {
    return Duration.ofSeconds(5).plus(limits.margin()).toMillis();
  }

  /**
   * The time in milliseconds for which a request that the ledger does not know can matter: it may
   * be under way, then be given up, and then fill a window. A ledger that lost something stays
   * closed for as long.
   */
  public long closure() {
    return longestLease + limits.grace().toMillis() + window();
  }
}
