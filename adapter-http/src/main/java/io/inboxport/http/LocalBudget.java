package io.inboxport.http;

import static io.inboxport.http.Allowance.later;

import io.inboxport.InboxException.RateLimited;
import io.inboxport.http.Ticket.State;
import io.inboxport.port.Operation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of this process.
 *
 * <p>Waiting is in order. The first in line parks until its place comes free, all others until they
 * are first or out of patience. Whoever wakes hands out what is due, to the first in line first,
 * and wakes the next one: no wake-up is in vain but for a few, and nobody spins.
 *
 * <p>With a reserve for writes there are two lines, and the one that came first goes first among
 * those whose line has room; without, there is one.
 */
final class LocalBudget implements RequestBudget {
  private final BudgetTime time;
  private final Line writes;
  private final Line reads;

  private final ReentrantLock lock = new ReentrantLock();
  private long nextNumber;
  private boolean blocked;
  private long blockedUntil;

  LocalBudget(RequestLimits limits, MonotonicTime time, Clock clock) {
    this(time, clock, List.of(limits.forAll()), limits.forReads());
  }

  /** Without any limit. */
  LocalBudget(MonotonicTime time, Clock clock) {
    this(time, clock, List.of(), List.of());
  }

  private LocalBudget(
      MonotonicTime time, Clock clock, List<Allowance> all, List<Allowance> forReads) {
    this.time = new BudgetTime(time, clock);
    this.writes = new Line(all);
    this.reads =
        forReads.isEmpty()
            ? writes
            : new Line(Stream.concat(all.stream(), forReads.stream()).toList());
  }

  @Override
  public Permit reserve(Operation operation, Duration patience) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    var ticket = enter(operation, patience);
    try {
      long wait = ticket.thread == null ? 0 : proceed(ticket);
      while (wait > 0) {
        time.park(wait);
        wait = proceed(ticket);
      }
    } catch (InterruptedException interrupted) {
      leave(ticket);
      throw interrupted;
    }
    if (ticket.state == State.REFUSED) {
      throw new RateLimited(operation, null, time.wallTime(ticket.decided));
    }
    return ticket;
  }

  /** Stands in line, and has the permit at once if nobody has to wait. */
  Ticket enter(Operation operation, Duration patience) {
    var line = operation.isWrite() ? writes : reads;
    var ticket = new Ticket(this, line);
    lock.lock();
    try {
      // Mostly there is room without looking at the time, which would take longer than the rest.
      if (blocked || isAnybodyWaiting() || !line.hasRoom(time.millis())) {
        standInLine(ticket, patience);
      } else {
        grant(ticket);
      }
      return ticket;
    } finally {
      lock.unlock();
    }
  }

  private void standInLine(Ticket ticket, Duration patience) {
    var line = ticket.line;
    long now = look();
    handOut(now);
    if (line.waiting.isEmpty() && !isBlocked(now) && line.hasRoom(time.millis())) {
      grant(ticket);
      return;
    }
    long earliest = earliest(line, now);
    ticket.deadline = now + BudgetTime.nanos(patience);
    if (earliest - ticket.deadline > 0) {
      refuse(ticket, earliest);
    } else {
      ticket.number = nextNumber++;
      ticket.thread = Thread.currentThread();
      line.waiting.add(ticket);
    }
  }

  /** Hands out what is due, and returns how long the ticket must wait; 0 when it is decided. */
  long proceed(Ticket ticket) {
    lock.lock();
    try {
      long now = look();
      handOut(now);
      if (ticket.state != State.WAITING) {
        return 0;
      }
      if (now - ticket.deadline >= 0) {
        remove(ticket);
        refuse(ticket, earliest(ticket.line, now));
        return 0;
      }
      long patience = ticket.deadline - now;
      return ticket.line.waiting.peek() == ticket
          ? Math.min(patience, Math.max(1, whenFirst(ticket.line, now) - now))
          : patience;
    } finally {
      lock.unlock();
    }
  }

  /** Gives the place, or the permit, back. */
  void leave(Ticket ticket) {
    lock.lock();
    try {
      if (ticket.state == State.WAITING) {
        remove(ticket);
      } else if (ticket.state == State.GRANTED) {
        ticket.line.giveBack(ticket.decided);
        handOut(look());
      }
      ticket.state = State.OVER;
    } finally {
      lock.unlock();
    }
  }

  /** Ends a request. This frees nothing yet, so nobody is woken. */
  void over(Ticket ticket) {
    long ended = time.read();
    lock.lock();
    try {
      if (ticket.state == State.GRANTED) {
        ticket.state = State.OVER;
        ticket.line.answered(time.see(ended), ticket.decided, time.millis());
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void block(Duration pause) {
    lock.lock();
    try {
      long until = look() + BudgetTime.nanos(pause);
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

  /** Whether it has nothing to remember: a new budget in its place would count the same. */
  boolean isUntouched() {
    lock.lock();
    try {
      return !isBlocked(look())
          && writes.isUntouched(time.millis())
          && reads.isUntouched(time.millis());
    } finally {
      lock.unlock();
    }
  }

  private void handOut(long now) {
    if (!isAnybodyWaiting() || isBlocked(now)) {
      return;
    }
    var firstWrite = writes.waiting.peek();
    var firstRead = reads.waiting.peek();
    for (var next = due(); next != null; next = due()) {
      next.line.waiting.remove();
      grant(next);
      time.unpark(next);
    }
    wakeNew(firstWrite, writes);
    if (reads != writes) {
      wakeNew(firstRead, reads);
    }
  }

  /** Of those first in a line with room, the one that came first. */
  private @Nullable Ticket due() {
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

  private void remove(Ticket ticket) {
    var first = ticket.line.waiting.peek();
    ticket.line.waiting.remove(ticket);
    wakeNew(first, ticket.line);
  }

  /** A new first in line must know, to wait for its place from now on. */
  private void wakeNew(@Nullable Ticket former, Line line) {
    var first = line.waiting.peek();
    if (first != null && first != former) {
      time.unpark(first);
    }
  }

  private void refuseHopeless(Line line) {
    var first = line.waiting.peek();
    var waiting = line.waiting.iterator();
    while (waiting.hasNext()) {
      var ticket = waiting.next();
      if (blockedUntil - ticket.deadline > 0) {
        waiting.remove();
        refuse(ticket, blockedUntil);
        time.unpark(ticket);
      }
    }
    wakeNew(first, line);
  }

  private void grant(Ticket ticket) {
    long millis = time.millis();
    ticket.line.take(millis);
    ticket.decided = millis;
    ticket.state = State.GRANTED;
  }

  private static void refuse(Ticket ticket, long retryAt) {
    ticket.decided = retryAt;
    ticket.state = State.REFUSED;
  }

  /** When somebody who comes now can leave at the earliest. */
  private long earliest(Line line, long now) {
    // A read waits for all who came before it; a write may overtake the reads that wait.
    int elsewhere = line == writes ? 0 : writes.waiting.size();
    return unblocked(now, line.earliest(now, time.millis(), line.waiting.size(), elsewhere));
  }

  private long whenFirst(Line line, long now) {
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

  private boolean isAnybodyWaiting() {
    return !writes.waiting.isEmpty() || !reads.waiting.isEmpty();
  }

  /** The time, with everything forgotten that is past. */
  private long look() {
    long now = time.see(time.read());
    // What writes must keep to, reads must too.
    reads.forget(now);
    return now;
  }
}
