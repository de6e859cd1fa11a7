package io.inboxport.budget;

import java.time.Clock;
import java.time.Duration;

/**
 * Budget of the requests that an account may send; {@link RequestLimits} says what the vendor
 * allows. The sender of a request reserves it first. The reservation counts whatever becomes of the
 * request, unless it never left and is given back.
 *
 * <p>{@link #local()} counts the requests of this process. A {@linkplain
 * io.inboxport.budget.shared.SharedRequestBudget shared} budget counts those of several processes
 * in a store; the HTTP adapter does not know the difference.
 *
 * <p>Implementations are safe for use by many threads. If {@link #reserve} throws anything but its
 * documented exceptions, the call ends as {@code Unavailable} and nothing is sent. If {@link
 * #block} or a {@link Permit} throws, the adapter logs the class of the exception and goes on.
 */
public interface RequestBudget {
  /** The lease of a request whose sender names none: 10 minutes. */
  Duration LONG_LEASE = Duration.ofMinutes(10);

  /**
   * Reserves one request, and waits for its turn if it must.
   *
   * @param kind the kind of the request; a reserve for writes holds reads back
   * @param patience how long the caller would wait
   * @param lease how long the request may be under way after its permit; at the end of the lease a
   *     permit that was not ended counts as {@linkplain Permit#abandon abandoned}, so that the
   *     place of a process that died comes back by itself
   * @return a permit: the request may leave now
   * @throws PermitRefused at once when the turn cannot come within the patience, with the earliest
   *     time to try again; at the end of the patience when it did not come
   * @throws BudgetUnavailable when the budget cannot be asked; nothing is reserved then
   * @throws InterruptedException at once when the thread is interrupted; nothing is reserved then
   */
  Permit reserve(RequestKind kind, Duration patience, Duration lease) throws InterruptedException;

  /**
   * Reserves one request with a lease of {@linkplain #LONG_LEASE 10 minutes}.
   *
   * @param kind the kind of the request
   * @param patience how long the caller would wait
   * @return a permit: the request may leave now
   * @throws PermitRefused when the turn cannot come within the patience, or did not
   * @throws InterruptedException when the thread is interrupted
   */
  default Permit reserve(RequestKind kind, Duration patience) throws InterruptedException {
    return reserve(kind, patience, LONG_LEASE);
  }

  /**
   * Keeps every request back for this long, including those that wait: the server has answered 429.
   * A longer block that is already known stays.
   */
  void block(Duration pause);

  /**
   * Creates a budget with the vendor's documented limits, counted in this process. Give the same
   * object to every gateway of the account.
   */
  static RequestBudget local() {
    return local(RequestLimits.documented());
  }

  /**
   * Creates a budget with these limits, counted in this process. Give the same object to every
   * gateway of the account.
   */
  static RequestBudget local(RequestLimits limits) {
    return LocalRequestBudget.of(limits, MonotonicTime.SYSTEM, Clock.systemUTC());
  }

  /**
   * Creates a budget that counts nothing, for a server without limits such as a sandbox. It keeps
   * blocks all the same.
   */
  static RequestBudget unlimited() {
    return LocalRequestBudget.unlimited(MonotonicTime.SYSTEM, Clock.systemUTC());
  }

  /**
   * Permission for one request to leave. A permit that is never ended holds its place until its
   * lease is over, and then for a {@linkplain RequestLimits#grace() grace} and a window.
   */
  interface Permit extends AutoCloseable {
    /**
     * Ends the request: it was answered. The server has counted it by now, so its window starts
     * here; until then it counts as under way, however long it takes. Closing again does nothing.
     */
    @Override
    void close();

    /**
     * Gives the request up: it left, and no answer came. A slow server may count it later, so it
     * holds its place for a {@linkplain RequestLimits#grace() grace} longer; by default it counts
     * as answered. The permit must not be used afterwards.
     */
    default void abandon() {
      close();
    }

    /**
     * Gives the permit back: no request left, and none will. It need not count then; by default it
     * counts as one that was sent. The permit must not be used afterwards.
     */
    default void cancel() {
      close();
    }
  }
}
