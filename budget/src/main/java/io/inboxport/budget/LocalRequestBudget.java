package io.inboxport.budget;

import static io.inboxport.budget.RequestAllowance.later;

import io.inboxport.budget.Reservation.LeaseList;
import io.inboxport.budget.Reservation.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Budget that counts the requests of this process. Thread-safe.
 *
 * <p>Waiting is in order. The first in line parks until its place comes free; all others park until
 * they are first or out of patience. A thread that wakes hands out what is due, to the first in
 * line first, and wakes the next one. No thread spins.
 *
 * <p>With a reserve for writes there are two lines. Among the reservations whose line has room, the
 * earliest goes first. Without a reserve there is one line.
 *
 * <p>Applications use {@link RequestBudget#local()}; this type serves tests and adapters that bring
 * a time of their own.
 */
public final class LocalRequestBudget implements RequestBudget {
  private final BudgetClock time;
  private final Consumer<Reservation> waker;
  private final WaitingLine<Reservation> writes;
  private final WaitingLine<Reservation> reads;
  private final LeaseList underWay = new LeaseList();
  private final long grace;

  private final ReentrantLock lock = new ReentrantLock();
  private long nextNumber;
  private boolean blocked;
  private long blockedUntil;

  private LocalRequestBudget(
      MonotonicTime time,
      Clock clock,
      Consumer<Reservation> waker,
      List<RequestAllowance> all,
      List<RequestAllowance> forReads,
      Duration grace) {
    this.grace = grace.toNanos();
    this.time = new BudgetClock(time, clock);
    this.waker = waker;
    this.writes = new WaitingLine<>(all);
    this.reads =
        forReads.isEmpty()
            ? writes
            : new WaitingLine<>(Stream.concat(all.stream(), forReads.stream()).toList());
  }

  /** Creates a budget with these limits, which goes by this time, and by this clock for days. */
  public static LocalRequestBudget of(RequestLimits limits, MonotonicTime time, Clock clock) {
    return of(limits, time, clock, waking(time));
  }

  /** Creates a budget without limits, which goes by this time. */
  public static LocalRequestBudget unlimited(MonotonicTime time, Clock clock) {
    return new LocalRequestBudget(time, clock, waking(time), List.of(), List.of(), Duration.ZERO);
  }

  /** A budget that wakes a waiting reservation in this way. */
  static LocalRequestBudget of(
      RequestLimits limits, MonotonicTime time, Clock clock, Consumer<Reservation> waker) {
    return new LocalRequestBudget(
        time, clock, waker, List.of(limits.forAll()), limits.forReads(), limits.grace());
  }

  private static Consumer<Reservation> waking(MonotonicTime time) {
    return reservation -> time.unpark(Objects.requireNonNull(reservation.thread));
  }

  @Override
  public Permit reserve(RequestKind kind, Duration patience, Duration lease)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    var reservation = enter(kind, patience, lease);
    try {
      long wait = reservation.thread == null ? 0 : proceed(reservation);
      while (wait > 0) {
        time.park(wait);
        wait = proceed(reservation);
      }
    } catch (InterruptedException interrupted) {
      giveBack(reservation);
      throw interrupted;
    }
    if (reservation.state == State.REFUSED) {
      throw new PermitRefused(time.wallTime(reservation.decided));
    }
    return reservation;
  }

  /** Stands in line, or takes the permit at once if there is no need to wait. */
  Reservation enter(RequestKind kind, Duration patience, Duration lease) {
    var line = kind == RequestKind.WRITE ? writes : reads;
    var reservation = new Reservation(this, line, BudgetClock.nanos(lease));
    lock.lock();
    try {
      long now = currentTime();
      handOut(now);
      if (line.waiting.isEmpty() && !isBlocked(now) && hasRoom(line, now)) {
        grant(reservation, now);
      } else {
        standInLine(reservation, patience, now);
      }
      return reservation;
    } finally {
      lock.unlock();
    }
  }

  private void standInLine(Reservation reservation, Duration patience, long now) {
    long earliest = earliest(reservation.line, now);
    reservation.deadline = now + BudgetClock.nanos(patience);
    if (earliest - reservation.deadline > 0) {
      refuse(reservation, earliest);
    } else {
      reservation.number = nextNumber++;
      reservation.thread = Thread.currentThread();
      reservation.line.waiting.add(reservation);
    }
  }

  /**
   * Hands out what is due, and returns how long the reservation must wait; 0 when it is decided.
   */
  long proceed(Reservation reservation) {
    lock.lock();
    try {
      long now = currentTime();
      handOut(now);
      if (reservation.state != State.WAITING) {
        return 0;
      }
      if (now - reservation.deadline >= 0) {
        remove(reservation);
        refuse(reservation, earliest(reservation.line, now));
        return 0;
      }
      long patience = reservation.deadline - now;
      return reservation.line.waiting.peek() == reservation
          ? Math.min(patience, Math.max(1, whenFirst(reservation.line, now) - now))
          : patience;
    } finally {
      lock.unlock();
    }
  }

  /** Gives the place, or the permit, back. */
  void giveBack(Reservation reservation) {
    lock.lock();
    try {
      if (reservation.state == State.WAITING) {
        remove(reservation);
      } else if (reservation.state == State.GRANTED) {
        underWay.remove(reservation);
        reservation.line.giveBack(reservation.decided);
        handOut(currentTime());
      }
      reservation.state = State.OVER;
    } finally {
      lock.unlock();
    }
  }

  /** Ends a request that was answered. */
  void end(Reservation reservation) {
    end(reservation, 0);
  }

  /** Ends a request that was given up without an answer: the server may count it later. */
  void abandon(Reservation reservation) {
    end(reservation, grace);
  }

  /** Ends a request. This frees no place yet, so it wakes no thread. */
  private void end(Reservation reservation, long graceOfIt) {
    long ended = time.read();
    lock.lock();
    try {
      if (reservation.state == State.GRANTED) {
        underWay.remove(reservation);
        count(reservation, time.observe(ended), graceOfIt);
      }
    } finally {
      lock.unlock();
    }
  }

  private void count(Reservation reservation, long now, long graceOfIt) {
    reservation.state = State.OVER;
    // The day of its end follows from its length: setting the clock does not move it.
    long millis = reservation.decided + TimeUnit.NANOSECONDS.toMillis(now - reservation.granted);
    reservation.line.answered(now, graceOfIt, reservation.decided, millis);
  }

  @Override
  public void block(Duration pause) {
    lock.lock();
    try {
      long until = currentTime() + BudgetClock.nanos(pause);
      blockedUntil = blocked ? later(blockedUntil, until) : until;
      blocked = true;
      refuseHopeless(writes);
      if (reads != writes) {
        refuseHopeless(reads);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns whether there is nothing to remember: a new budget in its place would count the same.
   */
  public boolean isUntouched() {
    lock.lock();
    try {
      long now = currentTime();
      dropLapsed(now);
      // The window of a request may have passed since its lease was over.
      reads.dropExpired(now);
      return !isBlocked(now)
          && writes.isUntouched(time.millis())
          && reads.isUntouched(time.millis());
    } finally {
      lock.unlock();
    }
  }

  private void handOut(long now) {
    if (!isAnyWaiting() || isBlocked(now)) {
      return;
    }
    dropLapsed(now);
    var firstWrite = writes.waiting.peek();
    var firstRead = reads.waiting.peek();
    for (var next = due(); next != null; next = due()) {
      next.line.waiting.remove();
      grant(next, now);
      waker.accept(next);
    }
    wakeNew(firstWrite, writes);
    if (reads != writes) {
      wakeNew(firstRead, reads);
    }
  }

  /** Returns the earliest of the reservations that are first in a line with room. */
  private @Nullable Reservation due() {
    var write = writes.waiting.peek();
    if (write != null && !writes.hasRoom(time.millis())) {
      write = null;
    }
    if (reads == writes) {
      return write;
    }
    var read = reads.waiting.peek();
    if (read == null || !reads.hasRoom(time.millis())) {
      return write;
    }
    return write == null || read.number < write.number ? read : write;
  }

  private void remove(Reservation reservation) {
    var first = reservation.line.waiting.peek();
    reservation.line.waiting.remove(reservation);
    wakeNew(first, reservation.line);
  }

  /** Wakes a new first in line, which waits for its place from now on. */
  private void wakeNew(@Nullable Reservation former, WaitingLine<Reservation> line) {
    var first = line.waiting.peek();
    if (first != null && first != former) {
      waker.accept(first);
    }
  }

  private void refuseHopeless(WaitingLine<Reservation> line) {
    var first = line.waiting.peek();
    var waiting = line.waiting.iterator();
    while (waiting.hasNext()) {
      var reservation = waiting.next();
      if (blockedUntil - reservation.deadline > 0) {
        waiting.remove();
        refuse(reservation, blockedUntil);
        waker.accept(reservation);
      }
    }
    wakeNew(first, line);
  }

  private boolean hasRoom(WaitingLine<Reservation> line, long now) {
    if (!line.hasRoom(time.millis())) {
      dropLapsed(now);
    }
    return line.hasRoom(time.millis());
  }

  /** Counts requests whose lease is over; called when it matters, not for every permit. */
  private void dropLapsed(long now) {
    underWay.lapse(now, grace, lapsed -> count(lapsed, now, lapsed.lapses(grace) - now));
  }

  private void grant(Reservation reservation, long now) {
    reservation.granted = now;
    underWay.add(reservation);
    long millis = time.millis();
    reservation.line.take(millis);
    reservation.decided = millis;
    reservation.state = State.GRANTED;
  }

  private static void refuse(Reservation reservation, long retryAt) {
    reservation.decided = retryAt;
    reservation.state = State.REFUSED;
  }

  /** Returns when a request that comes now can leave at the earliest. */
  private long earliest(WaitingLine<Reservation> line, long now) {
    // A read waits for all who came before it; a write may overtake the reads that wait.
    int elsewhere = line == writes ? 0 : writes.waiting.size();
    return unblocked(now, line.earliest(now, time.millis(), line.waiting.size(), elsewhere));
  }

  private long whenFirst(WaitingLine<Reservation> line, long now) {
    return unblocked(now, line.earliest(now, time.millis(), 0, 0));
  }

  private long unblocked(long now, long earliest) {
    return isBlocked(now) ? later(blockedUntil, earliest) : earliest;
  }

  private boolean isBlocked(long now) {
    if (blocked && now - blockedUntil >= 0) {
      blocked = false;
    }
    return blocked;
  }

  private boolean isAnyWaiting() {
    return !writes.waiting.isEmpty() || !reads.waiting.isEmpty();
  }

  /** Reads the time, and drops everything that has expired. */
  private long currentTime() {
    long now = time.observe();
    // What writes must keep to, reads must too.
    reads.dropExpired(now);
    return now;
  }
}
