package io.inboxport.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Race of limiters for permits, with the same number of threads each. They take turns in one JVM,
 * so that whatever else the machine does meets all of them alike. The medians count.
 */
final class PermitRace {
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 5;
  private static final long LENGTH = TimeUnit.SECONDS.toNanos(1);

  private final int threads;
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();
  private final Map<String, List<Double>> exchanges = new LinkedHashMap<>();

  private PermitRace(int threads) {
    this.threads = threads;
  }

  /** Lets each of them take as many permits as it can in a second, five times. */
  static PermitRace run(int threads, List<PermitContender> contenders)
      throws InterruptedException, ExecutionException {
    var race = new PermitRace(threads);
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (var contender : contenders) {
        race.run(contender, round >= WARM_UP, () -> takeForAWhile(contender));
      }
    }
    return race;
  }

  /** Lets each of them take a fixed number of permits, once for each list of contenders. */
  static PermitRace runFor(int permits, int threads, List<List<PermitContender>> rounds)
      throws InterruptedException, ExecutionException {
    var race = new PermitRace(threads);
    for (var contenders : rounds) {
      for (var contender : contenders) {
        var left = new AtomicLong(permits);
        race.run(contender, true, () -> takeWhileLeft(contender, left));
      }
    }
    return race;
  }

  private void run(PermitContender contender, boolean counts, Callable<Long> work)
      throws InterruptedException, ExecutionException {
    var executor = Executors.newFixedThreadPool(threads);
    try {
      run(contender, counts, work, executor);
    } finally {
      executor.shutdown();
    }
  }

  private void run(
      PermitContender contender, boolean counts, Callable<Long> work, ExecutorService executor)
      throws InterruptedException, ExecutionException {
    long exchangesBefore = contender.exchanges().getAsLong();
    long start = System.nanoTime();
    double permits = 0;
    for (var taken : executor.invokeAll(Collections.nCopies(threads, work))) {
      permits += taken.get();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double exchanged = contender.exchanges().getAsLong() - exchangesBefore;
    if (counts) {
      add(rates, contender, permits / seconds);
      add(exchanges, contender, exchanged / permits);
    }
  }

  private static void add(
      Map<String, List<Double>> rounds, PermitContender contender, double value) {
    rounds.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(value);
  }

  private static long takeForAWhile(PermitContender contender) throws InterruptedException {
    long end = System.nanoTime() + LENGTH;
    long taken = 0;
    while (System.nanoTime() - end < 0) {
      contender.permit().take();
      taken++;
    }
    return taken;
  }

  private static long takeWhileLeft(PermitContender contender, AtomicLong left)
      throws InterruptedException {
    long taken = 0;
    while (left.getAndDecrement() > 0) {
      contender.permit().take();
      taken++;
    }
    return taken;
  }

  /** The row that holds the permits per second of one against those of another. */
  FigureRow row(String what, String ours, String theirs, FigureLimit limit) {
    return new FigureRow(what + ", " + inThreads(), rate(ours), theirs, rate(theirs), limit);
  }

  /** The row of the exchanges with the store for each permit. */
  FigureRow exchangesRow(String ours, FigureLimit limit) {
    var measured = exchanges.getOrDefault(ours, List.of());
    return FigureRow.alone(
        "exchanges with it for each permit, " + inThreads(), FigureRow.median(measured), limit);
  }

  private double rate(String name) {
    return FigureRow.median(rates.getOrDefault(name, List.of()));
  }

  private String inThreads() {
    return threads == 1 ? "1 thread" : threads + " threads";
  }
}
