package io.inboxport.budget.shared;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.inboxport.budget.RequestKind;
import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetExchange.DayCount;
import io.inboxport.budget.shared.BudgetExchange.PermitEnd;
import io.inboxport.budget.shared.BudgetExchange.Want;
import io.inboxport.budget.shared.PermitSeat.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * State machine of one process that takes part in a shared budget: who waits, what to tell the
 * store next, and what its answer means. It knows no threads and no store, so that a simulation can
 * drive hundreds of them. Times are nanoseconds of the process.
 *
 * <p>Not thread-safe: {@link SharedRequestBudget} calls it under its lock.
 */
final class BudgetMember {
  /** The time for which ends may wait for another exchange to take them along. */
  static final long FLUSH = MILLISECONDS.toNanos(200);

  /** The time between two looks whether the store still remembers. */
  static final long CHECK = MILLISECONDS.toNanos(500);

  /** After this long an exchange that does not come back is given up for another one. */
  static final long STUCK = TimeUnit.SECONDS.toNanos(5);

  // Shorter than the time for which a ledger keeps a silent process.
  private static final long MEMORY = TimeUnit.MINUTES.toNanos(20);

  private final String process;
  private final RequestLimits limits;
  private final long timeout;
  private final boolean storeCanForget;
  private final boolean shares;
  private final OwnRequests own;
  private final ProcessLine writes;
  private final ProcessLine reads;
  private final ReportedBlock block = new ReportedBlock();
  private final StoreHealth health = new StoreHealth();

  private long numbers;
  private long permits = 1;
  private long acknowledged;
  private long epoch;
  private long longestLease = 30_000;
  private List<DayCount> days = List.of();
  private boolean writeBack;
  private boolean leftSinceAsked;
  private boolean askedBefore;
  private long lastAsked;
  private boolean heardBefore;
  private long lastHeard;
  private long lastWanted;
  private boolean leaving;
  private @Nullable BudgetExchange running;
  private boolean late;

  BudgetMember(
      String process,
      RequestLimits limits,
      Duration timeout,
      boolean storeCanForget,
      boolean shares,
      int mostAhead,
      Consumer<PermitSeat> waker) {
    this.shares = shares;
    this.storeCanForget = storeCanForget;
    this.process = process;
    this.limits = limits;
    this.timeout = timeout.toNanos();
    this.own = new OwnRequests(limits);
    this.writes = new ProcessLine(mostAhead, waker);
    this.reads = limits.reservedForWrites() == 0 ? writes : new ProcessLine(mostAhead, waker);
  }

  boolean countsAsRead(RequestKind kind) {
    return kind == RequestKind.READ && reads != writes;
  }

  /** Stands in line, or is refused at once. */
  void enter(PermitSeat seat, long now) {
    lastWanted = now;
    dropUnusedPermits(now);
    if (isUnavailable(now)) {
      seat.state = State.UNAVAILABLE;
      seat.retryAt = health.downUntil();
      seat.cause = health.lastFailure();
    } else if (block.isActive(now) && block.until() - seat.deadline > 0) {
      seat.state = State.REFUSED;
      seat.retryAt = block.until();
    } else {
      line(seat).enter(seat, now);
    }
  }

  /** Ends the wait of a seat whose time is over, and returns how long to park otherwise. */
  long proceed(PermitSeat seat, long now) {
    if (running != null && !late && now - lastAsked >= timeout) {
      late = true;
      unavailable(new StoreTimeout(Duration.ofNanos(timeout)), now);
    }
    if (seat.state != State.WAITING) {
      return 0;
    }
    boolean pending = running != null || (line(seat).isDue(now) && !block.isActive(now));
    if (now - seat.deadline >= 0 && !pending) {
      line(seat).remove(seat);
      seat.state = State.REFUSED;
      seat.retryAt = line(seat).nextTurn(now);
      return 0;
    }
    long patience = Math.max(1, seat.deadline - now);
    if (running != null) {
      return Math.max(1, lastAsked + timeout - now);
    }
    return line(seat).isFirst(seat)
        ? Math.min(patience, Math.max(1, nextTurn(seat, now) - now))
        : patience;
  }

  private long nextTurn(PermitSeat seat, long now) {
    long turn = line(seat).nextTurn(now);
    return block.isActive(now) && block.until() - turn > 0 ? block.until() : turn;
  }

  /** Leaves the line; a seat that was granted meanwhile is given back. */
  void leave(PermitSeat seat, long now) {
    if (seat.state == State.WAITING) {
      line(seat).remove(seat);
      seat.state = State.OVER;
    } else {
      end(seat, PermitEnd.Kind.CANCELLED, now);
    }
  }

  void end(PermitSeat seat, PermitEnd.Kind kind, long now) {
    if (seat.state == State.GRANTED) {
      seat.state = State.OVER;
      own.ended(seat.number, kind, now);
      if (kind == PermitEnd.Kind.CANCELLED) {
        writes.askAgain();
        reads.askAgain();
      }
    }
  }

  void block(long pause, long now) {
    giveBackUnusedPermits(now);
    block.begin(now + pause, now);
    writes.refuseHopeless(block.until());
    reads.refuseHopeless(block.until());
  }

  /** Notes a request that left without the store, by a fixed share. Returns its number. */
  long leftWithoutStore(boolean read, long lease, long now) {
    long number = permits++;
    own.granted(number, read, now, now, lease);
    longestLease = Math.max(longestLease, NANOSECONDS.toMillis(lease));
    writeBack = true;
    leftSinceAsked = true;
    return number;
  }

  void endedWithoutStore(long number, PermitEnd.Kind kind, long now) {
    own.ended(number, kind, now);
  }

  /** Reports ends at once from now on: there will be no other exchange to take them along. */
  void hurry(long now) {
    leaving = true;
    giveBackUnusedPermits(now);
  }

  /** Gives back what was taken in advance and not used in time. */
  private void dropUnusedPermits(long now) {
    writes.ahead().drop(now, unused -> own.ended(unused, PermitEnd.Kind.CANCELLED, now));
    reads.ahead().drop(now, unused -> own.ended(unused, PermitEnd.Kind.CANCELLED, now));
  }

  private void giveBackUnusedPermits(long now) {
    writes.ahead().dropAll(unused -> own.ended(unused, PermitEnd.Kind.CANCELLED, now));
    reads.ahead().dropAll(unused -> own.ended(unused, PermitEnd.Kind.CANCELLED, now));
  }

  boolean isExchangeDue(long now) {
    dropUnusedPermits(now);
    if (running != null && !(late && now - lastAsked >= STUCK)) {
      return false;
    }
    if (health.isDown(now)) {
      return false;
    }
    boolean isTurn = !block.isActive(now) && (writes.isDue(now) || reads.isDue(now));
    return block.isNews(now) || isTurn || isFlushDue(now);
  }

  private boolean isFlushDue(long now) {
    if (own.hasEnds()) {
      return leaving || !askedBefore || now - lastAsked >= FLUSH;
    }
    return isWitness(now) && now - lastAsked >= CHECK;
  }

  /** Returns whether the process has anything to say, or anything that the store may lose. */
  boolean isActive(long now) {
    return own.hasEnds() || !writes.ahead().isEmpty() || !reads.ahead().isEmpty() || isWitness(now);
  }

  /**
   * Returns whether the process knows of the ledger, and the ledger may hold what counts: requests
   * of this process or of others, dead ones included. If it lost them, no one else may know.
   */
  private boolean isWitness(long now) {
    return storeCanForget
        && heardBefore
        && (isAnyWaiting() || now - lastWanted < closure() || !own.isEmpty(now));
  }

  private boolean isAnyWaiting() {
    return !writes.isEmpty() || !reads.isEmpty();
  }

  BudgetExchange begin(long now) {
    if (running != null) {
      giveBackAll(running, now);
    }
    if (own.isEmpty(now) && heardBefore && now - lastHeard > MEMORY) {
      epoch = 0;
      acknowledged = 0;
    }
    var wantedWrites = writes.want(now, timeout);
    var wantedReads = reads == writes ? BudgetExchange.NOTHING : reads.want(now, timeout);
    longestLease = Math.max(longestLease, Math.max(wantedWrites.lease(), wantedReads.lease()));
    long first = permits;
    permits += wantedWrites.count() + wantedReads.count();
    var exchange =
        new BudgetExchange(
            process,
            ++numbers,
            mayHaveMissedShares(now) ? numbers + 1 : acknowledged,
            epoch,
            own.ends(now),
            writeBack ? own.remembered(now) : List.of(),
            writeBack ? days : List.of(),
            block.millisToTell(now),
            first,
            wantedWrites,
            wantedReads,
            longestLease,
            limits);
    running = exchange;
    leftSinceAsked = false;
    late = false;
    if (!askedBefore) {
      // The store may have granted anything until now.
      lastHeard = now;
    }
    askedBefore = true;
    lastAsked = now;
    return exchange;
  }

  /**
   * Returns whether fixed shares may have started while the store was away, of this process or of
   * others. The ledger knows nothing of their requests, and must not grant before it can.
   */
  private boolean mayHaveMissedShares(long now) {
    return shares && health.isFailing() && now - forgottenAt() >= 0;
  }

  /** Takes the answer in; one that belongs to an exchange that was given up changes nothing. */
  void answered(BudgetExchange exchange, BudgetAnswer answer, long now) {
    if (!isRunning(exchange)) {
      return;
    }
    running = null;
    if (mayHaveMissedShares(now) && exchange.acknowledged() <= exchange.number()) {
      // It was asked before the shares started, and knows nothing of them.
      giveBackAll(exchange, now);
      return;
    }
    health.recover();
    heardBefore = true;
    lastHeard = lastAsked;
    epoch = answer.epoch();
    if (answer.lost()) {
      giveBackUnusedPermits(now);
      acknowledged = 0;
      writeBack = true;
      writes.askAgain();
      reads.askAgain();
      return;
    }
    acknowledged = exchange.number();
    own.heard(exchange.ends());
    days = answer.days();
    if (!exchange.remembered().isEmpty() || own.isEmpty(now)) {
      writeBack = leftSinceAsked;
    }
    if (exchange.block() > 0) {
      block.heard();
    }
    if (now - lastAsked >= timeout) {
      // Its leases have run for longer than allowed for.
      giveBackAll(exchange, now);
      return;
    }
    grant(writes, exchange.firstPermit(), answer.writes(), exchange.writes(), now);
    settle(writes, answer.writeWait(), now);
    if (reads != writes) {
      long first = exchange.firstPermit() + exchange.writes().count();
      grant(reads, first, answer.reads(), exchange.reads(), now);
      settle(reads, answer.readWait(), now);
    }
  }

  private void grant(ProcessLine line, long first, int granted, Want want, long now) {
    boolean read = line == reads && reads != writes;
    for (long number = first; number < first + granted; number++) {
      var seat = line.poll();
      if (seat == null) {
        long lease = MILLISECONDS.toNanos(want.lease()) - ReadAhead.KEPT - timeout;
        own.granted(number, read, lastAsked, now, MILLISECONDS.toNanos(want.lease()));
        line.ahead().keep(number, lease, now);
      } else {
        seat.number = number;
        seat.state = State.GRANTED;
        own.granted(number, read, lastAsked, now, seat.lease);
        line.wake(seat);
      }
    }
    if (want.count() > 0) {
      line.ahead().learn(granted == want.count(), now);
    }
  }

  private static void settle(ProcessLine line, long wait, long now) {
    if (wait > 0) {
      line.appoint(now + MILLISECONDS.toNanos(wait), now);
    } else {
      line.askAgain();
    }
  }

  /** Takes a failure of the store in. Whether the exchange was carried out is unknown. */
  void failed(BudgetExchange exchange, Throwable cause, long now) {
    if (!isRunning(exchange)) {
      return;
    }
    running = null;
    giveBackAll(exchange, now);
    // The first call on a connection that the store has closed meanwhile always fails.
    boolean retry = health.isFirstFailure() && !late && now - lastAsked < timeout / 2;
    if (!retry) {
      unavailable(cause, now);
    }
  }

  private boolean isRunning(BudgetExchange exchange) {
    return running != null && running.number() == exchange.number();
  }

  /** Gives back whatever a lost answer may have granted; the store ignores what it never did. */
  private void giveBackAll(BudgetExchange exchange, long now) {
    long after = exchange.firstPermit() + exchange.writes().count() + exchange.reads().count();
    for (long number = exchange.firstPermit(); number < after; number++) {
      own.ended(number, PermitEnd.Kind.CANCELLED, now);
    }
  }

  private void unavailable(Throwable cause, long now) {
    giveBackUnusedPermits(now);
    health.fail(cause, now);
    writes.refuseAll(health.downUntil(), cause);
    reads.refuseAll(health.downUntil(), cause);
  }

  private boolean isUnavailable(long now) {
    boolean isStuck = running != null && late && now - lastAsked < STUCK;
    if (isStuck && !health.isDown(now)) {
      health.stayDown(now);
    }
    return health.isDown(now);
  }

  /** Returns when nothing that the store granted before its silence can matter any more. */
  long forgottenAt() {
    return lastHeard + closure();
  }

  private long closure() {
    return MILLISECONDS.toNanos(longestLease)
        + limits.grace().toNanos()
        + Duration.ofMinutes(1).plus(limits.margin()).toNanos();
  }

  private ProcessLine line(PermitSeat seat) {
    return seat.read ? reads : writes;
  }
}
