package io.inboxport.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BudgetThreadsTest {
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void real_threads_keep_to_the_limits_and_use_them() throws Exception {
    int threads = 40;
    var time = new VirtualTime(threads);
    var budget = budget(RequestLimits.documented(), time);
    var server = new LimitedServer();

    inParallel(
        threads,
        i -> {
          var random = new Random(i);
          while (time.nanos() < Duration.ofMinutes(10).toNanos()) {
            try (var permit = budget.reserve(RequestKind.READ, PATIENCE)) {
              assertThat(permit).isNotNull();
              synchronized (server) {
                server.serves(time.nanos());
              }
              time.sleep(Duration.ofMillis(random.nextInt(1_000)).toNanos());
            }
          }
          time.leave();
        });

    assertThat(server.refused()).isZero();
    assertThat(server.most(Duration.ofMinutes(1))).isEqualTo(60);
    assertThat(server.arrived()).isGreaterThanOrEqualTo((int) (0.97 * 600));
  }

  @Test
  void an_interrupted_waiter_ends_at_once_and_the_next_one_gets_the_place() throws Exception {
    var time = new VirtualTime(3);
    var budget = budget(RequestLimits.documented().toBuilder().perMinute(1).build(), time);
    budget.reserve(RequestKind.READ, PATIENCE).close();
    var interrupted = new CompletableFuture<Thread>();
    var first =
        executor.submit(
            () -> {
              interrupted.complete(Thread.currentThread());
              return budget.reserve(RequestKind.READ, PATIENCE);
            });
    var waiting = interrupted.get();
    awaitParked(time, 1);
    var second =
        executor.submit(
            () -> {
              budget.reserve(RequestKind.READ, PATIENCE).close();
              return time.nanos();
            });
    awaitParked(time, 2);

    waiting.interrupt();

    assertThatThrownBy(first::get).hasCauseInstanceOf(InterruptedException.class);
    time.leave();
    time.leave();
    assertThat(second.get()).isEqualTo(Duration.ofMillis(60_250).toNanos());
  }

  @Test
  void a_429_sends_every_waiter_home_at_once() throws Exception {
    int threads = 50;
    // One more than there are: time stands still.
    var time = new VirtualTime(threads + 1);
    var budget = budget(RequestLimits.documented().toBuilder().perMinute(1).build(), time);
    budget.reserve(RequestKind.READ, PATIENCE).close();
    var refused =
        CompletableFuture.supplyAsync(
            () ->
                inParallel(
                    threads,
                    i -> {
                      assertThatThrownBy(() -> budget.reserve(RequestKind.READ, PATIENCE))
                          .isInstanceOf(PermitRefused.class);
                    }),
            executor);
    awaitParked(time, threads);

    budget.block(Duration.ofHours(2));

    assertThat(refused.get()).isEqualTo(threads);
  }

  @Test
  void on_the_time_of_this_machine_a_wait_is_as_long_as_it_must_be() throws Exception {
    var budget = budget(RequestLimits.documented(), MonotonicTime.SYSTEM);
    long start = System.nanoTime();
    budget.block(Duration.ofMillis(30));

    budget.reserve(RequestKind.READ, PATIENCE).close();

    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(Duration.ofMillis(30).toNanos());
  }

  @Test
  void on_the_time_of_this_machine_an_interrupted_wait_ends_at_once() throws Exception {
    var budget = budget(RequestLimits.documented(), MonotonicTime.SYSTEM);
    budget.block(Duration.ofMinutes(15));
    var waiter = new CompletableFuture<Thread>();
    var wait =
        executor.submit(
            () -> {
              waiter.complete(Thread.currentThread());
              return budget.reserve(RequestKind.READ, PATIENCE);
            });

    waiter.get().interrupt();

    assertThatThrownBy(() -> wait.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(InterruptedException.class);
  }

  private interface Task {
    void run(int thread) throws Exception;
  }

  private int inParallel(int threads, Task task) {
    var results =
        IntStream.range(0, threads)
            .mapToObj(thread -> executor.submit(() -> run(task, thread)))
            .toList();
    return results.stream().mapToInt(BudgetThreadsTest::result).sum();
  }

  private static int run(Task task, int thread) throws Exception {
    task.run(thread);
    return 1;
  }

  private static int result(Future<Integer> future) {
    try {
      return future.get();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private static LocalRequestBudget budget(RequestLimits limits, MonotonicTime time) {
    return LocalRequestBudget.of(limits, time, Clock.systemUTC());
  }

  private static void awaitParked(VirtualTime time, int threads) {
    while (time.parked() < threads) {
      Thread.onSpinWait();
    }
  }
}
