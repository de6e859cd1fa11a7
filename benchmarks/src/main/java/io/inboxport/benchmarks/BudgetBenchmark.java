package io.inboxport.benchmarks;

import io.inboxport.budget.LocalRequestBudget;
import io.inboxport.budget.MonotonicTime;
import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestKind;
import io.inboxport.budget.RequestLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Permit of the local budget, taken and given back. The budget's time runs fast forward: at its own
 * pace a minute has at most a million permits.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class BudgetBenchmark {
  private static final int CROWD = 200;
  private static final int EACH = 500;
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final ExecutorService threads = Executors.newFixedThreadPool(CROWD);
  private final RequestBudget budget =
      LocalRequestBudget.of(
          RequestLimits.documented().toBuilder()
              .perMinute(1_000_000)
              .perFiveSeconds(1_000_000)
              .perDay(Integer.MAX_VALUE)
              .build(),
          new FastForward(),
          Clock.systemUTC());

  /** A permit, while no other thread wants the lock. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public void permit() throws InterruptedException {
    budget.reserve(RequestKind.READ, PATIENCE).close();
  }

  /** A hundred thousand permits, one after another. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public void alone() throws InterruptedException {
    takePermits(CROWD * EACH);
  }

  /** As many, by 200 threads at once. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public List<Future<Void>> crowd() throws InterruptedException {
    return threads.invokeAll(Collections.nCopies(CROWD, () -> takePermits(EACH)));
  }

  private @Nullable Void takePermits(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      permit();
    }
    return null;
  }

  /** Lets the threads go. */
  @TearDown
  public void close() {
    threads.shutdown();
  }

  /**
   * Here a millisecond passes like five seconds. With a thousand times the pace instead of five, a
   * faster machine met the limit of the minute, and waited.
   */
  private static final class FastForward implements MonotonicTime {
    private static final long FACTOR = 5_000;

    @Override
    public long nanos() {
      return System.nanoTime() * FACTOR;
    }

    @Override
    public void park(long nanos) {
      LockSupport.parkNanos(this, Math.max(1, nanos / FACTOR));
    }

    @Override
    public void unpark(Thread thread) {
      LockSupport.unpark(thread);
    }
  }
}
