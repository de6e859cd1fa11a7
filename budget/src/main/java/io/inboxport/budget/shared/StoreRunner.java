package io.inboxport.budget.shared;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Way in which exchanges run. They run beside the threads that wait, since the clients of databases
 * may block for longer than any caller should.
 */
interface StoreRunner {
  /** Runs this beside the calling thread. */
  void run(Runnable exchange);

  /** Runs this after a while. */
  void runLater(Duration delay, Runnable exchange);

  /**
   * Creates a runner with daemon threads that end after five idle seconds. All budgets of this
   * process share them.
   */
  static StoreRunner ofThreads() {
    return ThreadHolder.RUNNER;
  }

  /** Holder that starts no thread before the first exchange. */
  final class ThreadHolder {
    private static final ThreadPoolExecutor THREADS =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            5,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              var thread = new Thread(task, "inboxport-budget-store");
              thread.setDaemon(true);
              return thread;
            });
    private static final StoreRunner RUNNER =
        new StoreRunner() {
          @Override
          public void run(Runnable exchange) {
            THREADS.execute(exchange);
          }

          @Override
          public void runLater(Duration delay, Runnable exchange) {
            CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, THREADS)
                .execute(exchange);
          }
        };

    private ThreadHolder() {}
  }
}
