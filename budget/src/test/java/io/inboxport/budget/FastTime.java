package io.inboxport.budget;

import java.util.concurrent.locks.LockSupport;

/** The time of this machine, a hundred times as fast. */
public final class FastTime implements MonotonicTime {
  private static final long SPEED = 100;

  @Override
  public long nanos() {
    return System.nanoTime() * SPEED;
  }

  @Override
  public void park(long nanos) throws InterruptedException {
    LockSupport.parkNanos(this, nanos / SPEED);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  @Override
  public void unpark(Thread thread) {
    LockSupport.unpark(thread);
  }
}
