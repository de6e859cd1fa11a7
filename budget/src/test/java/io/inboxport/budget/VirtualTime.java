package io.inboxport.budget;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Time for real threads: when all of them park, it moves on to the next end of a park. No thread
 * ever waits for real.
 */
public final class VirtualTime implements MonotonicTime {
  private final Map<Thread, Long> parked = new HashMap<>();
  private final Set<Thread> unparked = new HashSet<>();
  private final Consumer<Duration> passing;
  private int threads;
  private long now;

  /** Time of this many threads; each must call {@link #leave} when it ends. */
  public VirtualTime(int threads) {
    this(threads, passed -> {});
  }

  /** Time that takes a party along. */
  public VirtualTime(int threads, Consumer<Duration> passing) {
    this.threads = threads;
    this.passing = passing;
  }

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized void park(long nanos) throws InterruptedException {
    var self = Thread.currentThread();
    parked.put(self, now + nanos);
    try {
      moveOnWhenAllPark();
      while (sleeps(self)) {
        wait();
      }
    } finally {
      parked.remove(self);
      unparked.remove(self);
    }
  }

  /** Parks for this long, unless another thread wakes it. */
  public void sleep(long nanos) throws InterruptedException {
    long until = nanos() + nanos;
    for (long rest = nanos; rest > 0; rest = until - nanos()) {
      park(rest);
    }
  }

  @Override
  public synchronized void unpark(Thread thread) {
    unparked.add(thread);
    notifyAll();
  }

  public synchronized void leave() {
    threads--;
    moveOnWhenAllPark();
  }

  public synchronized int parked() {
    return parked.size();
  }

  private boolean sleeps(Thread thread) {
    return !unparked.contains(thread) && parked.getOrDefault(thread, now) > now;
  }

  private void moveOnWhenAllPark() {
    if (threads > 0 && parked.keySet().stream().filter(this::sleeps).count() == threads) {
      long then = parked.values().stream().min(Long::compare).orElse(now);
      passing.accept(Duration.ofNanos(then - now));
      now = then;
      notifyAll();
    }
  }
}
