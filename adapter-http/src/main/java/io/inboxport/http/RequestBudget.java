package io.inboxport.http;

import io.inboxport.InboxException.RateLimited;
import io.inboxport.port.Operation;
import java.time.Clock;
import java.time.Duration;

/**
 * How many requests an account may send; {@link RequestLimits} says what the vendor allows. Whoever
 * is about to send one reserves it first, and the reservation counts whatever becomes of the
 * request, unless it never left and is given back.
 *
 * <p>The implementation given here counts the requests of this process. One that counts for several
 * processes implements the same three methods over a store they share; nothing else in the adapter
 * knows who counts.
 *
 * <p>Implementations are safe for use by many threads. An {@code InboxException} of {@link
 * #reserve} reaches the caller, and any other exception makes the call end as {@code Unavailable},
 * unsent; what {@link #block} or a {@link Permit} throws is logged by its class and ignored. The
 * conversation of a {@code RateLimited} may be null: the gateway adds it.
 */
public interface RequestBudget {
  /**
   * Reserves one request, and waits for its turn where it must.
   *
   * @param operation the call it is for; reads may be held back in favour of writes
   * @param patience how long the caller would wait
   * @return a permit: the request may leave now
   * @throws RateLimited at once when the turn cannot come within the patience, with the earliest
   *     time to try again; at the end of the patience when it did not come
   * @throws InterruptedException at once when the thread is interrupted; nothing is reserved then
   */
  Permit reserve(Operation operation, Duration patience) throws InterruptedException;

  /**
   * Keeps every request back for this long, those that wait included: the server has answered 429.
   * A longer block that is already known stays.
   */
  void block(Duration pause);

  /**
   * A new budget with the vendor's documented limits, counted in this process. Give the same object
   * to every gateway of the account.
   */
  static RequestBudget local() {
    return local(RequestLimits.documented());
  }

  /**
   * A new budget with these limits, counted in this process. Give the same object to every gateway
   * of the account.
   */
  static RequestBudget local(RequestLimits limits) {
    return new LocalBudget(limits, MonotonicTime.SYSTEM, Clock.systemUTC());
  }

  /**
   * Counts nothing, for a server without limits such as a sandbox; blocks are kept all the same.
   */
  static RequestBudget unlimited() {
    return new LocalBudget(MonotonicTime.SYSTEM, Clock.systemUTC());
  }

  /**
   * A request that may leave. A permit that is never closed holds its place in {@link
   * RequestBudget#local()} for good.
   */
  interface Permit extends AutoCloseable {
    /**
     * Says that the request is over: answered, failed or given up. The server has counted it by
     * now, so its window starts here; until then it counts as on its way, however long it takes.
     * Closing again does nothing.
     */
    @Override
    void close();

    /**
     * Gives the permit back: no request left, and none will. It need not count then; by default it
     * counts as one that was sent. Nothing may be done with the permit afterwards.
     */
    default void cancel() {
      close();
    }
  }
}
