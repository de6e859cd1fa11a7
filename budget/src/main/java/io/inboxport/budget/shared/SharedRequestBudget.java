package io.inboxport.budget.shared;

import io.inboxport.budget.BudgetUnavailable;
import io.inboxport.budget.MonotonicTime;
import io.inboxport.budget.PermitRefused;
import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestKind;
import io.inboxport.budget.shared.BudgetExchange.PermitEnd;
import io.inboxport.budget.shared.PermitSeat.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Budget of one process that shares the limits of an account with others, over a {@link
 * BudgetStore}. Thread-safe; one object for each account and process.
 *
 * <p>The first thread in line deals with the store, for itself and for all that wait behind it;
 * waiting threads cost the store nothing. Ended permits ride on the next exchange, or on one of
 * their own after 200 ms. Processes that wait take turns.
 *
 * <p>It is never open. If the store fails, or does not answer within the time-out (250 ms), every
 * caller gets {@link BudgetUnavailable} at once, until the store is tried again a second later. On
 * request it then lets a {@linkplain SharedBudgetBuilder#shareIfUnreachable fixed share} through.
 *
 * <p>A process that dies leaves its permits to their leases. A store that loses what it knew stays
 * closed until none of it can matter any more; each process writes its own part back.
 */
public final class SharedRequestBudget implements RequestBudget, AutoCloseable {
  private final BudgetStore store;
  private final MonotonicTime time;
  private final Clock clock;
  private final StoreRunner runner;
  private final @Nullable FixedShare share;

  private final ReentrantLock lock = new ReentrantLock();
  private final BudgetMember member;
  private boolean flushing;
  private volatile boolean closed;

  SharedRequestBudget(SharedBudgetBuilder builder) {
    this.store = builder.store;
    this.time = builder.time;
    this.clock = builder.clock;
    this.runner = builder.runner;
    this.share = builder.share == 0 ? null : new FixedShare(builder);
    this.member =
        new BudgetMember(
            builder.processName(),
            builder.limits,
            builder.timeout,
            store.canForget(),
            share != null,
            builder.mostAhead(),
            seat -> time.unpark(seat.thread));
  }

  /** Starts to build a budget over this store, with the vendor's documented limits. */
  public static SharedBudgetBuilder over(BudgetStore store) {
    return new SharedBudgetBuilder(store);
  }

  /**
   * Starts to build a budget over the store at a URL, with the vendor's documented limits. The
   * adapter for it must be on the class path, with its driver.
   *
   * @param url such as {@code redis://cache.example:6379} or {@code jdbc:postgresql://…}
   * @param account a name for the account, the same in all processes: 1 to 100 letters A to Z in
   *     either case, digits, dots, underscores and hyphens; no key or secret
   * @throws IllegalArgumentException when no adapter connects to it, or the name is another one
   */
  public static SharedBudgetBuilder at(String url, String account) {
    return over(BudgetStoreConnector.find(url, account));
  }

  @Override
  public Permit reserve(RequestKind kind, Duration patience, Duration lease)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long deadline = time.nanos() + nanos(patience);
    while (true) {
      var permit = tryReserve(kind, deadline, lease);
      if (permit != null) {
        return permit;
      }
    }
  }

  /** Waits for a permit; null says that the store is to be asked again. */
  private @Nullable Permit tryReserve(RequestKind kind, long deadline, Duration lease)
      throws InterruptedException {
    var seat = stand(kind, deadline, lease);
    try {
      awaitDecision(seat);
    } catch (InterruptedException interrupted) {
      inLock(() -> member.leave(seat, time.nanos()));
      throw interrupted;
    }
    if (seat.state == State.GRANTED) {
      return new SharedPermit(seat);
    }
    if (seat.state == State.REFUSED) {
      throw new PermitRefused(wallTime(seat.retryAt));
    }
    return withoutStore(seat, kind);
  }

  private PermitSeat stand(RequestKind kind, long deadline, Duration lease) {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("The request budget was closed.");
      }
      var seat = new PermitSeat(member.countsAsRead(kind), deadline, nanos(lease));
      member.enter(seat, time.nanos());
      return seat;
    } finally {
      lock.unlock();
    }
  }

  private void awaitDecision(PermitSeat seat) throws InterruptedException {
    while (true) {
      BudgetExchange exchange = null;
      long wait;
      lock.lock();
      try {
        long now = time.nanos();
        wait = member.proceed(seat, now);
        if (wait > 0 && member.isExchangeDue(now)) {
          exchange = member.begin(now);
        }
      } finally {
        lock.unlock();
      }
      if (wait == 0) {
        return;
      }
      if (exchange == null) {
        time.park(wait);
      } else {
        var next = exchange;
        runner.run(() -> carryOut(next));
      }
    }
  }

  /** Carries out an exchange, and those that become due by its answer. */
  private void carryOut(BudgetExchange first) {
    var exchange = first;
    while (exchange != null) {
      BudgetAnswer answer = null;
      Throwable failure = null;
      try {
        answer = store.exchange(exchange);
      } catch (Throwable thrown) {
        failure = thrown;
      }
      lock.lock();
      try {
        long now = time.nanos();
        if (answer != null) {
          member.answered(exchange, answer, now);
        } else {
          member.failed(exchange, Objects.requireNonNull(failure), now);
        }
        exchange = member.isExchangeDue(now) ? member.begin(now) : null;
        flushLater(now);
      } finally {
        lock.unlock();
      }
    }
  }

  private void end(PermitSeat seat, PermitEnd.Kind kind) {
    inLock(
        () -> {
          long now = time.nanos();
          member.end(seat, kind, now);
          flushLater(now);
        });
    if (closed) {
      runner.run(this::exchangeIfDue);
    }
  }

  @Override
  public void block(Duration pause) {
    inLock(() -> member.block(nanos(pause), time.nanos()));
    if (share != null) {
      share.block(pause);
    }
    exchangeIfDue();
  }

  /** Sees to it that ended permits reach the store, and that a loss of the store is noticed. */
  private void flushLater(long now) {
    if (!flushing && !closed && member.isActive(now)) {
      flushing = true;
      runner.runLater(Duration.ofNanos(BudgetMember.FLUSH), this::flush);
    }
  }

  private void flush() {
    inLock(() -> flushing = false);
    exchangeIfDue();
    inLock(() -> flushLater(time.nanos()));
  }

  private void exchangeIfDue() {
    BudgetExchange exchange = null;
    lock.lock();
    try {
      long now = time.nanos();
      if (member.isExchangeDue(now)) {
        exchange = member.begin(now);
      }
    } finally {
      lock.unlock();
    }
    if (exchange != null) {
      carryOut(exchange);
    }
  }

  /** Lets a request through by the fixed share, if there is one and it has started. */
  private @Nullable Permit withoutStore(PermitSeat refused, RequestKind kind)
      throws InterruptedException {
    var unavailable =
        new BudgetUnavailable(wallTime(refused.retryAt), Objects.requireNonNull(refused.cause));
    if (share == null) {
      throw unavailable;
    }
    return share.reserve(this, kind, refused, unavailable);
  }

  /** Reports what has ended, and lets nothing through from now on. The store stays open. */
  @Override
  public void close() {
    inLock(
        () -> {
          closed = true;
          member.hurry(time.nanos());
        });
    runner.run(this::exchangeIfDue);
  }

  /** Returns when a fixed share may start. */
  long startOfShare() {
    lock.lock();
    try {
      return member.forgottenAt();
    } finally {
      lock.unlock();
    }
  }

  /** Notes a request that left by the fixed share, and returns its number. */
  long leftWithoutStore(boolean read, long lease) {
    lock.lock();
    try {
      return member.leftWithoutStore(read, lease, time.nanos());
    } finally {
      lock.unlock();
    }
  }

  void endWithoutStore(long number, PermitEnd.Kind kind) {
    inLock(() -> member.endedWithoutStore(number, kind, time.nanos()));
  }

  private void inLock(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  private Instant wallTime(long nanos) {
    return clock.instant().plusNanos(nanos - time.nanos());
  }

  /** The length in nanoseconds; some decades at most. */
  static long nanos(Duration duration) {
    var longest = Duration.ofDays(10_000);
    return (duration.compareTo(longest) < 0 ? duration : longest).toNanos();
  }

  /** Permit that the store granted. */
  private final class SharedPermit implements Permit {
    private final PermitSeat seat;

    SharedPermit(PermitSeat seat) {
      this.seat = seat;
    }

    @Override
    public void close() {
      end(seat, PermitEnd.Kind.ANSWERED);
    }

    @Override
    public void abandon() {
      end(seat, PermitEnd.Kind.ABANDONED);
    }

    @Override
    public void cancel() {
      end(seat, PermitEnd.Kind.CANCELLED);
    }
  }
}
