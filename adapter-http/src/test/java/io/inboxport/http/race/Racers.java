package io.inboxport.http.race;

import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that start at once, each with a number and dice of its own. */
final class Racers {
  private Racers() {}

  /** Returns when all have come to their end; the first failure is thrown. */
  static void race(int threads, long seed, Racer racer) {
    var start = new CyclicBarrier(threads);
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  racer.run(number, new Random(seed + number));
                  return null;
                }));
      }
      for (var thread : running) {
        thread.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("A thread failed, seed " + seed, e.getCause());
    } catch (InterruptedException e) {
      throw new AssertionError("Interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** The work of a thread. */
  interface Racer {
    void run(int number, Random dice) throws Exception;
  }
}
