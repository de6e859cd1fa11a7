package io.inboxport.http;

import java.util.concurrent.locks.LockSupport;

/**
 * Time that never steps, and the way to wait for it. Windows, waits and deadlines know no other, so
 * that a clock that is set cannot break them, and a simulation can drive them.
 */
interface MonotonicTime {
  /** The time of this machine. */
  MonotonicTime SYSTEM = new SystemTime();

  /** Nanoseconds since some moment: only differences mean anything. */
  long nanos();

  /**
   * Waits this long at most; may return early without reason, as {@link LockSupport} may.
   *
   * @throws InterruptedException at once when the thread is or gets interrupted
   */
  void park(long nanos) throws InterruptedException;

  /** Ends the park of the thread that waits with this ticket, or its next one. */
  void unpark(Ticket ticket);

  /** {@link System#nanoTime} and {@link LockSupport}. */
  final class SystemTime implements MonotonicTime {
    private SystemTime() {}

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public void park(long nanos) throws InterruptedException {
      LockSupport.parkNanos(this, nanos);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }

    @Override
    public void unpark(Ticket ticket) {
      LockSupport.unpark(ticket.thread);
    }
  }
}
