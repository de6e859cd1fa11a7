package io.inboxport.budget.shared;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetExchange.Want;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * View of a shared budget for operators: how much is used and by which process, who waits, and when
 * the next permit comes. Of one moment; immutable.
 *
 * <p>Moments of the future are given as lengths, since the clock of the store may differ from that
 * of the operator.
 */
public final class BudgetView {
  private static final long DAY = TimeUnit.DAYS.toMillis(1);
  // Of a name that no process has.
  private static final String PASSER_BY = "";

  private final Instant time;
  private final WindowUse minute;
  private final WindowUse fiveSeconds;
  private final WindowUse day;
  private final int underWay;
  private final Duration blocked;
  private final Duration closed;
  private final Duration nextWrite;
  private final Duration nextRead;
  private final List<ProcessShare> processes;

  private BudgetView(BudgetLedger ledger, RequestLimits limits) {
    var state = ledger.state();
    var probe = probe(limits, false);
    this.time = Instant.ofEpochMilli(state.time);
    this.minute = new WindowUse(state.counted(probe.window(), false), limits.perMinute());
    this.fiveSeconds = new WindowUse(state.counted(probe.burst(), false), limits.perFiveSeconds());
    this.day = new WindowUse(state.count(Math.floorDiv(state.time, DAY), false), limits.perDay());
    this.underWay = (int) state.entries.stream().filter(it -> isUnderWay(it, state)).count();
    this.blocked = rest(state.blockedUntil, state);
    this.closed = rest(state.closedUntil, state);
    this.nextWrite = Duration.ofMillis(answer(ledger, probe).writeWait());
    this.nextRead =
        limits.reservedForWrites() == 0
            ? nextWrite
            : Duration.ofMillis(answer(ledger, probe(limits, true)).readWait());
    this.processes = processes(state, probe.window());
  }

  /** The view of a ledger, as of its latest time, under these limits. */
  public static BudgetView of(BudgetLedger ledger, RequestLimits limits) {
    return new BudgetView(ledger, limits);
  }

  /** Message of a process that passes by, to ask when it would get its turn. */
  private static BudgetExchange probe(RequestLimits limits, boolean read) {
    var one = new Want(1, 0, 0);
    var none = BudgetExchange.NOTHING;
    return new BudgetExchange(
        PASSER_BY,
        1,
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        0,
        1,
        read ? none : one,
        read ? one : none,
        0,
        limits);
  }

  /** The answer of a copy: looking changes nothing. */
  private static BudgetAnswer answer(BudgetLedger ledger, BudgetExchange probe) {
    var state = ledger.state();
    return BudgetLedger.of(ledger.toBytes()).exchange(probe, state.time, 0, state.server);
  }

  private static boolean isUnderWay(LedgerEntry entry, LedgerState state) {
    // An answer may be counted a millisecond late.
    return entry.counted() > state.time + 1;
  }

  private static Duration rest(long until, LedgerState state) {
    return Duration.ofMillis(Math.max(0, until - state.time));
  }

  private static List<ProcessShare> processes(LedgerState state, long window) {
    var counted = state.entries.stream().filter(it -> state.time - it.counted() < window).toList();
    var names = new TreeSet<>(state.processes.keySet());
    counted.forEach(entry -> names.add(entry.process()));
    return names.stream()
        .map(
            name ->
                share(
                    name, counted.stream().filter(it -> it.process().equals(name)).toList(), state))
        .sorted(
            Comparator.comparingInt(ProcessShare::minute)
                .reversed()
                .thenComparing(ProcessShare::name))
        .toList();
  }

  private static ProcessShare share(String name, List<LedgerEntry> counted, LedgerState state) {
    int underWay = (int) counted.stream().filter(it -> isUnderWay(it, state)).count();
    var tickets = state.tickets.stream().filter(it -> it.lapses() >= state.time).toList();
    var turn =
        IntStream.range(0, tickets.size())
            .filter(i -> tickets.get(i).process().equals(name))
            .map(i -> i + 1)
            .findFirst();
    var known = state.processes.get(name);
    var latest =
        Stream.concat(
            counted.stream().map(LedgerEntry::taken),
            Stream.ofNullable(known).map(LedgerState.KnownProcess::seen));
    long silent = state.time - latest.mapToLong(Long::longValue).max().orElse(state.time);
    return new ProcessShare(name, counted.size(), underWay, turn, Duration.ofMillis(silent));
  }

  /** The time of the store, UTC. */
  public Instant time() {
    return time;
  }

  /** The use of the last minute, with its margin. */
  public WindowUse minute() {
    return minute;
  }

  /** The use of the last five seconds, with their margin. */
  public WindowUse fiveSeconds() {
    return fiveSeconds;
  }

  /** The use of the day, from midnight UTC. */
  public WindowUse day() {
    return day;
  }

  /** The requests that may still be under way: no answer is known, or they were given up. */
  public int underWay() {
    return underWay;
  }

  /** The rest of the server's block (429); zero if there is none. */
  public Duration blocked() {
    return blocked;
  }

  /** The rest of the closure after a loss of the store; zero if there is none. */
  public Duration closed() {
    return closed;
  }

  /** The wait of a write that comes now; zero if it may leave at once. */
  public Duration nextWrite() {
    return nextWrite;
  }

  /** The wait of a read that comes now; zero if it may leave at once. */
  public Duration nextRead() {
    return nextRead;
  }

  /** The processes that the store knows, those with the most requests first. */
  public List<ProcessShare> processes() {
    return processes;
  }

  /** Names what is used of the minute, and whether the budget is held back. */
  @Override
  public String toString() {
    return "BudgetView[minute=" + minute + ", blocked=" + blocked + ", closed=" + closed + "]";
  }

  /**
   * Use of one limit.
   *
   * @param used how many requests are counted, those under way included
   * @param limit how many there may be
   */
  public record WindowUse(int used, int limit) {}

  /**
   * Share of one process.
   *
   * @param name its name
   * @param minute how many of its requests the last minute holds
   * @param underWay how many of them may still be under way
   * @param turn its place in the order of turns, from 1; empty if it does not wait
   * @param silent how long ago it came to the store
   */
  public record ProcessShare(
      String name, int minute, int underWay, OptionalInt turn, Duration silent) {}
}
