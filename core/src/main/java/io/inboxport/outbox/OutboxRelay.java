package io.inboxport.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Small scheduler for outboxes, on one daemon thread: it sends what is planned, looks up what is in
 * doubt, and rests. An application that has a scheduler calls {@link Outbox#drain} and {@link
 * Outbox#recover} itself instead. Thread-safe.
 */
public final class OutboxRelay implements AutoCloseable {
  private final List<Outbox> outboxes;
  private final Duration pause;
  private final Consumer<RuntimeException> failures;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  private OutboxRelay(
      Collection<Outbox> outboxes, Duration pause, Consumer<RuntimeException> failures) {
    this.outboxes = List.copyOf(outboxes);
    this.pause = pause;
    this.failures = Objects.requireNonNull(failures, "failures");
    this.thread = new Thread(this::run, "inboxport-outbox");
    thread.setDaemon(true);
  }

  /**
   * Starts a relay.
   *
   * @param outboxes the outboxes it works for, in turns
   * @param pause how long it rests between two rounds
   * @param failures hears what a round throws, such as {@link OutboxUnavailable}; the next round
   *     comes all the same
   * @throws IllegalArgumentException when there is no outbox, or the pause is shorter than a
   *     millisecond or longer than a day
   */
  public static OutboxRelay start(
      Collection<Outbox> outboxes, Duration pause, Consumer<RuntimeException> failures) {
    if (outboxes.isEmpty()) {
      throw new IllegalArgumentException("The relay has no outbox: give it at least one.");
    }
    if (pause.compareTo(Duration.ofMillis(1)) < 0 || pause.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "The pause is " + pause + ": give a millisecond to a day.");
    }
    var relay = new OutboxRelay(outboxes, pause, failures);
    relay.thread.start();
    return relay;
  }

  private void run() {
    try {
      do {
        outboxes.forEach(this::work);
      } while (!closed.await(pause.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Deals with one write after the other, so that it can end between two. */
  private void work(Outbox outbox) {
    try {
      while (isOpen() && goesOn(outbox.drain(1))) {
        // The next one.
      }
      while (isOpen() && goesOn(outbox.recover(1))) {
        // The next one.
      }
    } catch (RuntimeException failure) {
      failures.accept(failure);
    }
  }

  private boolean isOpen() {
    return closed.getCount() > 0;
  }

  /** A write that was held back ends the round: the next one would be as well. */
  private static boolean goesOn(OutboxReport report) {
    return report.done() + report.refused() > 0;
  }

  /**
   * Ends the relay behind the write that is under way, and waits for that. If the calling thread is
   * interrupted meanwhile, it waits no longer, and stays interrupted.
   */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
