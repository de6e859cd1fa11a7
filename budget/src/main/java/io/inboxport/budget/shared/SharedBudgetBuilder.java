package io.inboxport.budget.shared;

import io.inboxport.budget.MonotonicTime;
import io.inboxport.budget.RequestLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/** Builds a {@link SharedRequestBudget}; not thread-safe. */
public final class SharedBudgetBuilder {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_PER_MINUTE = 10_000;
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(10);
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(10);

  final BudgetStore store;
  RequestLimits limits = RequestLimits.documented();
  private String process = String.valueOf(ProcessHandle.current().pid());
  Duration timeout = Duration.ofMillis(250);
  int share;
  private int readAhead = 8;
  MonotonicTime time = MonotonicTime.SYSTEM;
  Clock clock = Clock.systemUTC();
  StoreRunner runner = StoreRunner.ofThreads();

  SharedBudgetBuilder(BudgetStore store) {
    this.store = Objects.requireNonNull(store, "store");
  }

  /**
   * Sets the limits of the account. All processes should have the same; each keeps to its own.
   *
   * @throws IllegalArgumentException when they are above 10,000 requests a minute, which no store
   *     can count one by one
   */
  public SharedBudgetBuilder limits(RequestLimits newLimits) {
    if (newLimits.perMinute() > MOST_PER_MINUTE) {
      throw new IllegalArgumentException(
          "A shared budget counts at most "
              + MOST_PER_MINUTE
              + " requests per minute, not "
              + newLimits.perMinute()
              + ".");
    }
    limits = newLimits;
    return this;
  }

  /**
   * Names this process for operators, in place of its process id. Each budget that is built gets a
   * random part added, since no two may have the same name.
   *
   * @param name 1 to 80 characters, none of them a control character
   * @throws IllegalArgumentException when the name is empty, longer, or has one
   */
  public SharedBudgetBuilder process(String name) {
    int longest = LONGEST_NAME - 20;
    if (name.isBlank()
        || name.length() > longest
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "The name of a process must have 1 to "
              + longest
              + " characters and no control character, not "
              + name.length()
              + ".");
    }
    process = name;
    return this;
  }

  /** A name that no other process has, nor another budget of this builder. */
  String processName() {
    return process + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /**
   * Sets how long a caller waits for the store at most; 250 ms at first.
   *
   * @throws IllegalArgumentException when it is not 10 ms to 10 seconds
   */
  public SharedBudgetBuilder timeout(Duration newTimeout) {
    if (newTimeout.compareTo(SHORTEST_TIMEOUT) < 0 || newTimeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "The time-out of the store must be 10 ms to 10 s, not " + newTimeout + ".");
    }
    timeout = newTimeout;
    return this;
  }

  /**
   * Lets a fixed share of the limits through while the store is unreachable: one part of this many.
   * It starts after everything that the store granted has left every window: a window, the grace
   * and the longest lease after the last word from the store. When the store is back after that
   * time, it is closed for as long again, until it knows what the shares let through. Give the
   * number of processes that could run at the most, and the same to all. If some processes still
   * reach the store and others do not, those together may break the limits.
   *
   * @throws IllegalArgumentException when the number is below 1
   */
  public SharedBudgetBuilder shareIfUnreachable(int processes) {
    if (processes < 1) {
      throw new IllegalArgumentException(
          "The share must be one of 1 or more processes, not " + processes + ".");
    }
    share = processes;
    return this;
  }

  /**
   * Sets how many permits a process may take in advance while it makes requests in close succession
   * and the store grants all it wants; 8 at first, and never more than an eighth of a minute's. One
   * that is not used within 150 ms is given back. 0 takes none.
   *
   * @throws IllegalArgumentException when it is not 0 to 100
   */
  public SharedBudgetBuilder readAhead(int permits) {
    if (permits < 0 || permits > 100) {
      throw new IllegalArgumentException(
          "The permits taken in advance must be 0 to 100, not " + permits + ".");
    }
    readAhead = permits;
    return this;
  }

  int mostAhead() {
    return Math.min(readAhead, limits.perMinute() / 8);
  }

  /** Sets the time of this process, for tests. */
  public SharedBudgetBuilder time(MonotonicTime newTime) {
    time = newTime;
    return this;
  }

  /** Sets the wall clock of this process, in which times to try again are told. */
  public SharedBudgetBuilder clock(Clock newClock) {
    clock = newClock;
    return this;
  }

  /** Runs exchanges in another way. */
  SharedBudgetBuilder runner(StoreRunner newRunner) {
    runner = newRunner;
    return this;
  }

  /** Builds the budget. The store is not asked before the first request. */
  public SharedRequestBudget build() {
    return new SharedRequestBudget(this);
  }
}
