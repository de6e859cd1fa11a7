package io.inboxport.http;

import io.github.resilience4j.retry.Retry;
import io.inboxport.budget.MonotonicTime;
import io.inboxport.budget.RequestBudget.Permit;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.http.AccountBreaker.Trial;
import io.inboxport.http.CallListener.Attempted;
import io.inboxport.http.CallListener.Called;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The course of one call, on the thread that makes it: breaker, budget, attempt, and for a read or
 * a write that never left perhaps another attempt; all inside one deadline. For one use.
 */
final class ReliableCall<T> {
  /** The longest wait inside a call that a server may ask for; about more, the caller decides. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** No attempt starts with less left: a write cut off by the deadline is a doubt for nothing. */
  private static final Duration LEAST_FOR_AN_ANSWER = Duration.ofSeconds(1);

  /** A thread that wakes so late after its time was over was not given a processor. */
  private static final Duration LATE_AWAKE = Duration.ofMillis(250);

  private final ReliableCallRunner calls;
  private final ApiExchange<T> exchange;
  private final AccountBreaker breaker;
  private final MonotonicTime time;
  private final long startedAt;
  private final long least;
  private long waited;
  private long waitedInAll;
  private int attempts;
  // Null until the first failure.
  private Retry.@Nullable AsyncContext<Object> retries;
  // Null if the last failure came before its attempt was made.
  private @Nullable CallAttempt<T> attempt;

  ReliableCall(ReliableCallRunner calls, ApiExchange<T> exchange) {
    this.calls = calls;
    this.exchange = exchange;
    this.breaker = calls.account().breaker();
    this.time = calls.time();
    this.startedAt = time.nanos();
    this.least = least(calls.deadline());
  }

  /** Returns how late within this deadline an attempt may start, to leave time for an answer. */
  static Duration latestStart(Duration deadline) {
    return deadline.minusNanos(least(deadline));
  }

  private static long least(Duration deadline) {
    return Math.min(deadline.toNanos() / 4, LEAST_FOR_AN_ANSWER.toNanos());
  }

  T run() {
    try {
      T value = next();
      tellEnd(CallOutcome.SUCCESS);
      return value;
    } catch (InboxException failure) {
      tellEnd(CallOutcome.of(failure));
      throw failure;
    }
  }

  private T next() {
    while (true) {
      try {
        return tryOnce();
      } catch (InboxException failure) {
        if (!pauseAfter(failure)) {
          throw failure;
        }
      }
    }
  }

  private T tryOnce() {
    attempt = null;
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
    // Before standing in line: it would be for nothing, and not fast.
    var open = breaker.openFor();
    if (!open.isZero()) {
      throw held(open);
    }
    if (!exchange.mayLeave()) {
      throw exchange.refused(null);
    }
    var permit = reserve();
    try {
      // A thread may wake late: its machine slept, say.
      if (timeLeft() < least / 2) {
        throw exchange.unavailable("Its turn came too late for the deadline.", null, null);
      }
      // Its turn may have come too late for that, too: no connection is made for it.
      if (!exchange.mayLeave()) {
        throw exchange.refused(null);
      }
      var trial = breaker.tryAcquire();
      if (trial == null) {
        throw held(LEAST_FOR_AN_ANSWER);
      }
      return send(trial);
    } finally {
      end(permit);
    }
  }

  private void end(Permit permit) {
    var made = attempt;
    if (made == null || made.wasRefused()) {
      calls.budget().giveBack(permit);
    } else if (made.isUnanswered()) {
      calls.budget().abandon(permit);
    } else {
      calls.budget().end(permit);
    }
  }

  private Permit reserve() {
    long asked = time.nanos();
    try {
      // The deadline ends the request, answered or not: a lease as long as this covers it.
      var lease = Duration.ofNanos(Math.max(0, timeLeft()));
      var patience = Duration.ofNanos(Math.max(0, timeLeft() - least));
      return calls.budget().reserve(exchange, patience, lease);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    } finally {
      waited = time.nanos() - asked;
      waitedInAll += waited;
    }
  }

  private T send(Trial trial) {
    var current = new CallAttempt<>(exchange, calls.clock(), time::nanos);
    attempt = current;
    attempts++;
    long sentAt = time.nanos();
    long allotted = timeLeft();
    var outcome = CallOutcome.ERROR;
    try {
      T value = current.run(Duration.ofNanos(allotted));
      outcome = CallOutcome.SUCCESS;
      trial.served();
      return value;
    } catch (InboxException failure) {
      outcome = CallOutcome.of(failure);
      learnFrom(failure, current, trial, explainsSilence(current, sentAt, allotted));
      throw failure;
    } catch (Error error) {
      trial.undecided();
      throw error;
    } finally {
      tellAttempt(current.status(), outcome, time.nanos() - sentAt);
    }
  }

  private void learnFrom(
      InboxException failure, CallAttempt<T> ended, Trial trial, boolean isOurs) {
    int status = ended.status();
    if (failure instanceof RateLimited limited) {
      calls.budget().block(until(limited.retryAt()));
    }
    if (failure.getCause() instanceof Error
        || (status == 0 && !isServersDoing(ended))
        || (status < 400 && isOurs)) {
      trial.undecided();
    } else if (status == 0 || status >= 500 || (status < 400 && ended.brokeOff())) {
      trial.unavailable(failure);
    } else {
      trial.served();
    }
  }

  /**
   * Returns whether it is the server that did not answer. An interrupt, a lookup, a proxy or a
   * handshake of this client is not.
   */
  private static boolean isServersDoing(CallAttempt<?> ended) {
    return ended.brokeOff()
        && !Thread.currentThread().isInterrupted()
        && !ended.metDeadConnection()
        && ended.metServer();
  }

  /**
   * Returns whether a busy machine of ours explains a time-out as well as the server does. Three
   * signs tell: the request waited less than a second for its answer, from its departure to the end
   * of its time; the thread woke late; or the answer had come, or a part that was not read.
   */
  private boolean explainsSilence(CallAttempt<?> ended, long sentAt, long allotted) {
    if (!ended.ranOutOfTime()) {
      return false;
    }
    long late = time.nanos() - sentAt - allotted;
    long until = sentAt + allotted + Math.min(0, late);
    long silence = until - (ended.mayHaveLeft() ? ended.leftAt() : sentAt);
    return silence < LEAST_FOR_AN_ANSWER.toNanos()
        || late > LATE_AWAKE.toNanos()
        || ended.leftAnswerBehind();
  }

  /** Waits before another attempt. Returns false if there must be none. */
  private boolean pauseAfter(InboxException failure) {
    if (attempt == null || Thread.currentThread().isInterrupted()) {
      return false;
    }
    if (exchange.isWrite() && (attempt.mayHaveLeft() || attempt.wasRefused())) {
      return false;
    }
    if (!exchange.mayLeave()) {
      throw exchange.refused(failure);
    }
    if (retries == null) {
      retries = calls.retries().ofOneCall();
    }
    long backoff = retries.onError(failure);
    if (backoff < 0) {
      return false;
    }
    long pause = Math.max(TimeUnit.MILLISECONDS.toNanos(backoff), askedFor(failure).toNanos());
    return pause <= LONGEST_PAUSE.toNanos() && pause <= timeLeft() - least && rest(pause);
  }

  private Duration askedFor(InboxException failure) {
    if (failure instanceof RateLimited limited) {
      return until(limited.retryAt());
    }
    return failure instanceof Unavailable unavailable
        ? unavailable.retryAt().map(this::until).orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  private boolean rest(long nanos) {
    try {
      long until = time.nanos() + nanos;
      for (long rest = nanos; rest > 0; rest = until - time.nanos()) {
        time.park(rest);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Duration until(Instant retryAt) {
    var rest = Duration.between(calls.clock().instant(), retryAt);
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  private long timeLeft() {
    return calls.deadline().toNanos() - (time.nanos() - startedAt);
  }

  private InboxException interrupted() {
    return exchange.unavailable("The thread was interrupted before the request left.", null, null);
  }

  private InboxException held(Duration pause) {
    return exchange.unavailable(
        "The last requests of the account found the server unavailable; this one was not sent.",
        calls.clock().instant().plus(pause),
        breaker.lastFailure());
  }

  private void tellAttempt(int status, CallOutcome outcome, long duration) {
    if (!calls.listeners().isHeard()) {
      return;
    }
    calls
        .listeners()
        .tell(
            new Attempted(
                exchange.operation(),
                attempts,
                Duration.ofNanos(waited),
                Duration.ofNanos(duration),
                status,
                outcome));
  }

  private void tellEnd(CallOutcome outcome) {
    if (!calls.listeners().isHeard()) {
      return;
    }
    calls
        .listeners()
        .tell(
            new Called(
                exchange.operation(),
                attempts,
                Duration.ofNanos(waitedInAll),
                Duration.ofNanos(time.nanos() - startedAt),
                outcome));
  }
}
