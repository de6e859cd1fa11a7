package io.inboxport.budget.file;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Clock of a ledger that has no server to tell the time. Its time never runs backwards, and never
 * ahead of what has passed, whatever the wall clock is set to.
 *
 * <p>A process that has seen the ledger before counts on by its own monotonic clock. A new process
 * takes what the wall clock and the monotonic clock both say has passed since the last write. Most
 * systems have one monotonic clock for all processes. On any other, and after a restart of the
 * machine, only the wall clock counts.
 *
 * <p>After an hour's rest everything in the ledger is past. Its time then takes up the date of the
 * wall clock again, for the sake of the days. Thread-safe.
 */
final class LedgerClock {
  /** The rest after which no window, lease or block of a ledger can matter any more. */
  static final long REST = TimeUnit.HOURS.toMillis(1);

  private final LongSupplier wall;
  private final LongSupplier nanos;
  private boolean anchored;
  private long anchorTime;
  private long anchorNanos;

  /** A clock over a wall clock in milliseconds since 1970 and a monotonic one in nanoseconds. */
  LedgerClock(LongSupplier wall, LongSupplier nanos) {
    this.wall = wall;
    this.nanos = nanos;
  }

  /** The moment now, for a ledger last written at this moment; null if there is no ledger yet. */
  synchronized LedgerStamp now(@Nullable LedgerStamp last) {
    var now = new LedgerStamp(0, wall.getAsLong(), nanos.getAsLong());
    long time = time(last, now);
    // Each new anchor loses a fraction of a millisecond.
    if (!anchored || time != own(now)) {
      anchored = true;
      anchorTime = time;
      anchorNanos = now.nanos();
    }
    return new LedgerStamp(time, now.wall(), now.nanos());
  }

  /**
   * Returns whether the machine was started again since the ledger was written, as far as a new
   * process can tell. The last seconds before may be missing in the ledger: a file reaches the disk
   * late.
   */
  synchronized boolean isAfterRestart(LedgerStamp last) {
    return !anchored && nanos.getAsLong() - last.nanos() < 0;
  }

  private long time(@Nullable LedgerStamp last, LedgerStamp now) {
    if (last == null) {
      return anchored ? own(now) : now.wall();
    }
    long passed = passed(last, now);
    if (passed >= REST) {
      return Math.max(last.time() + REST, now.wall());
    }
    return anchored ? Math.max(last.time(), own(now)) : last.time() + passed;
  }

  private long own(LedgerStamp now) {
    return anchorTime + NANOSECONDS.toMillis(now.nanos() - anchorNanos);
  }

  /** Returns the milliseconds that have passed for certain. */
  private static long passed(LedgerStamp last, LedgerStamp now) {
    long byWall = Math.max(0, now.wall() - last.wall());
    long monotonic = now.nanos() - last.nanos();
    return monotonic < 0 ? byWall : Math.min(byWall, NANOSECONDS.toMillis(monotonic));
  }
}
