package io.inboxport.budget;

import java.util.concurrent.locks.LockSupport;

/**
 * Time that never steps, and the way to wait for it. Windows, waits and deadlines use no other
 * clock, so that setting the wall clock cannot break them and a test can drive them. Thread-safe.
 */
public interface MonotonicTime {
  /** The time of this machine: {@link System#nanoTime} and {@link LockSupport}. */
  MonotonicTime SYSTEM =
      new MonotonicTime() {
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
        public void unpark(Thread thread) {
          LockSupport.unpark(thread);
        }
      };

  /** Nanoseconds since an arbitrary moment: only differences mean anything. */
  long nanos();

  /**
   * Parks the calling thread for at most this many nanoseconds; may return early without reason, as
   * {@link LockSupport} may.
   *
   * @throws InterruptedException at once when the thread is or gets interrupted
   */
  void park(long nanos) throws InterruptedException;

  /** Ends the park of this thread, or its next one. */
  void unpark(Thread thread);
}
