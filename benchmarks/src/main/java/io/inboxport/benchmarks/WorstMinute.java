package io.inboxport.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Counter of the permits in the worst sliding minute of a limiter. Greedy threads empty it after it
 * was idle, and go on for 75 seconds.
 */
final class WorstMinute {
  private static final int THREADS = 4;
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final long SECONDS = 75;

  private WorstMinute() {}

  /** Returns the count of each contender, in their order. They run at the same time. */
  static List<Integer> of(PermitContender... contenders) throws InterruptedException {
    var stamps = new ArrayList<ConcurrentLinkedQueue<Long>>();
    var work = new ArrayList<Callable<Void>>();
    for (var contender : contenders) {
      var taken = new ConcurrentLinkedQueue<Long>();
      stamps.add(taken);
      work.addAll(Collections.nCopies(THREADS, () -> takeForEver(contender, taken)));
    }
    var executor = Executors.newFixedThreadPool(work.size());
    try {
      // When the time is over, it interrupts them.
      executor.invokeAll(work, SECONDS, TimeUnit.SECONDS);
    } finally {
      executor.shutdownNow();
    }
    return stamps.stream().map(WorstMinute::worst).toList();
  }

  private static Void takeForEver(PermitContender contender, ConcurrentLinkedQueue<Long> taken)
      throws InterruptedException {
    while (true) {
      contender.permit().take();
      taken.add(System.nanoTime());
    }
  }

  /** The largest number of stamps that less than a minute spans. */
  static int worst(Iterable<Long> taken) {
    var stamps = new ArrayList<Long>();
    taken.forEach(stamps::add);
    Collections.sort(stamps);
    int worst = 0;
    int first = 0;
    for (int last = 0; last < stamps.size(); last++) {
      while (stamps.get(last) - stamps.get(first) >= MINUTE) {
        first++;
      }
      worst = Math.max(worst, last - first + 1);
    }
    return worst;
  }
}
