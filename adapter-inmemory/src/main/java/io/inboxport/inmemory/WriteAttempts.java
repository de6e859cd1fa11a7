package io.inboxport.inmemory;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxWrite;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Log of the writes that callers attempted, whatever became of them.
 *
 * <p>Bounded and thread-safe. A snapshot of the gateway holds no attempts, and restoring one
 * changes none.
 */
public final class WriteAttempts {
  /** Number of attempts that are remembered, the latest; all are counted. */
  public static final int REMEMBERED = 10_000;

  private final Deque<WriteAttempt> attempts = new ArrayDeque<>();
  private long total;

  WriteAttempts() {}

  /** Returns the attempts in the order they ended; the latest {@value #REMEMBERED} of them. */
  public synchronized List<WriteAttempt> all() {
    return List.copyOf(attempts);
  }

  /** Returns how many writes were attempted. */
  public synchronized long total() {
    return total;
  }

  /** Forgets all of it, such as what filled the gateway before a test. */
  public synchronized void clear() {
    attempts.clear();
    total = 0;
  }

  /**
   * Makes an attempt, and remembers how it ended.
   *
   * @param call makes it, and tells when the server has executed it
   */
  <T> T remember(InboxWrite write, Instant at, Function<Execution, T> call) {
    var execution = new Execution();
    InboxException.Kind endedAs = null;
    try {
      return call.apply(execution);
    } catch (InboxException e) {
      endedAs = e.kind();
      throw e;
    } finally {
      add(new WriteAttempt(write, at, execution.at, endedAs));
    }
  }

  private synchronized void add(WriteAttempt attempt) {
    if (attempts.size() == REMEMBERED) {
      attempts.removeFirst();
    }
    attempts.add(attempt);
    total++;
  }

  /** Remembers that a write was executed after its attempt had ended. */
  synchronized void executedLate(DelayedWrite late) {
    var updated =
        attempts.stream()
            .map(attempt -> isOf(late, attempt) ? attempt.executedAt(late.due()) : attempt)
            .toList();
    attempts.clear();
    attempts.addAll(updated);
  }

  // The very object: an equal write may have been attempted more than once.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isOf(DelayedWrite late, WriteAttempt attempt) {
    return attempt.write() == late.write();
  }

  /** Execution of one write; of one thread. */
  static final class Execution {
    private @Nullable Instant at;

    void happened(Instant time) {
      at = time;
    }
  }
}
