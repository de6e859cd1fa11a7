package io.inboxport.budget.shared;

import io.inboxport.budget.shared.BudgetExchange.DayCount;
import io.inboxport.budget.shared.BudgetExchange.PermitEnd;
import io.inboxport.budget.shared.BudgetExchange.RememberedRequest;
import io.inboxport.budget.shared.LedgerState.KnownProcess;
import java.util.SplittableRandom;

/**
 * Ledger of one account: the requests that the server may still count, the order of turns, and the
 * rules of an exchange. A store that can run Java keeps its {@linkplain #toBytes bytes}; any other
 * store follows the same rules in its own language.
 *
 * <p>A request is one number: the latest moment at which the server may have counted it. This is
 * the end of its lease and grace while it is under way, and the moment of its answer afterwards. A
 * request of a process that died therefore comes back by itself.
 *
 * <p>Not thread-safe: a store lets one exchange at a time at it.
 */
public final class BudgetLedger {
  private final LedgerState state;

  /** Creates an empty ledger. */
  public BudgetLedger() {
    this(new LedgerState());
  }

  private BudgetLedger(LedgerState state) {
    this.state = state;
  }

  /**
   * Reads a ledger from {@link #toBytes}.
   *
   * @throws IllegalArgumentException when the bytes are no ledger, or were damaged
   */
  public static BudgetLedger of(byte[] bytes) {
    return new BudgetLedger(LedgerCodec.read(bytes));
  }

  /**
   * Starts to build a ledger from what a store holds.
   *
   * @param epoch the number that a loss changes
   * @param since the beginning of the epoch
   * @param time the latest time of the store
   */
  public static Builder builder(long epoch, long since, long time) {
    return new Builder(epoch, since, time);
  }

  /** Writes the ledger into a few bytes for each request of the last minute. */
  public byte[] toBytes() {
    return LedgerCodec.write(state);
  }

  /**
   * Moves the time on for an operator who looks; an earlier time changes nothing.
   *
   * @param now the time of the store, in milliseconds since 1970, UTC
   * @return this ledger
   */
  public BudgetLedger at(long now) {
    state.time = Math.max(state.time, now);
    return this;
  }

  /**
   * Grants nothing until then, for a store that may have lost something.
   *
   * @param until in milliseconds since 1970, UTC, in the time of the store
   */
  public void closeUntil(long until) {
    state.closedUntil = Math.max(state.closedUntil, until);
  }

  /**
   * Carries out an exchange.
   *
   * @param now the time of the store, in milliseconds since 1970, UTC; an earlier one than before
   *     counts as the same
   * @param announcement how many milliseconds a new ledger waits before it grants anything, so that
   *     a process that knew the lost one can say so; 0 for a store that never forgets
   */
  public BudgetAnswer exchange(BudgetExchange exchange, long now, long announcement) {
    return exchange(exchange, now, announcement, 0);
  }

  /**
   * Carries out an exchange at a store that may lose its last writes when its server changes.
   *
   * @param runningServer a number that is another after a restart or a fail-over; the ledger then
   *     stays closed for as long as a lost write can matter
   */
  BudgetAnswer exchange(BudgetExchange exchange, long now, long announcement, long runningServer) {
    state.time = Math.max(state.time, now);
    if (state.epoch == 0) {
      begin(announcement);
    } else if (state.server != runningServer) {
      renew();
      state.closedUntil = Math.max(state.closedUntil, state.time + exchange.closure());
    }
    state.server = runningServer;
    if (isLost(exchange)) {
      return answer(exchange, true, 0, 0, state.waitUntilOpen(), state.waitUntilOpen());
    }
    var known = state.processes.get(exchange.process());
    if (known != null && exchange.number() <= known.number()) {
      return answer(exchange, false, 0, 0, state.waitUntilOpen(), state.waitUntilOpen());
    }
    boolean asks = exchange.writes().count() + exchange.reads().count() > 0;
    long asked = asks ? state.time : known == null ? 0 : known.asked();
    state.processes.put(exchange.process(), new KnownProcess(exchange.number(), state.time, asked));
    exchange.remembered().forEach(request -> remember(exchange, request));
    exchange.days().forEach(this::merge);
    exchange.ends().forEach(end -> end(exchange, end));
    if (exchange.block() > 0) {
      state.blockedUntil = Math.max(state.blockedUntil, state.time + exchange.block());
    }
    state.dropWhatIsPast(exchange);
    var writes = new LedgerTurn(state, exchange, false);
    long writeWait = writes.take();
    var reads = new LedgerTurn(state, exchange, true);
    long readWait = reads.take();
    return answer(exchange, false, writes.granted(), reads.granted(), writeWait, readWait);
  }

  private void begin(long announcement) {
    renew();
    state.closedUntil = state.time + announcement;
  }

  private void renew() {
    state.epoch = new SplittableRandom().nextLong(1, Long.MAX_VALUE);
    state.since = state.time;
  }

  /** Finds out whether the ledger lost something, and closes it for as long as that can matter. */
  private boolean isLost(BudgetExchange exchange) {
    boolean distrusted = exchange.acknowledged() > exchange.number();
    if (exchange.epoch() == 0 && !distrusted) {
      return false;
    }
    var known = state.processes.getOrDefault(exchange.process(), new KnownProcess(0, 0, 0));
    boolean sameEpoch = exchange.epoch() == state.epoch;
    if (sameEpoch && known.number() >= exchange.acknowledged()) {
      return false;
    }
    if (sameEpoch || distrusted) {
      // Every other process may have lost something as well.
      renew();
    }
    state.closedUntil = Math.max(state.closedUntil, state.since + exchange.closure());
    return true;
  }

  private void remember(BudgetExchange exchange, RememberedRequest request) {
    if (state.find(exchange.process(), request.permit()) < 0) {
      var entry =
          new LedgerEntry(
              exchange.process(),
              request.permit(),
              request.read(),
              state.time - request.taken(),
              state.time + request.counted() + 1);
      state.add(entry);
      state.count(exchange, entry, 1);
    }
  }

  private void merge(DayCount seen) {
    state.days.merge(
        seen.day(),
        seen,
        (mine, other) ->
            new DayCount(
                mine.day(),
                Math.max(mine.all(), other.all()),
                Math.max(mine.reads(), other.reads())));
  }

  private void end(BudgetExchange exchange, PermitEnd end) {
    int index = state.find(exchange.process(), end.permit());
    if (index < 0) {
      return;
    }
    var entry = state.entries.remove(index);
    state.count(exchange, entry, -1);
    if (end.kind() != PermitEnd.Kind.CANCELLED) {
      long grace =
          end.kind() == PermitEnd.Kind.ABANDONED ? exchange.limits().grace().toMillis() : 0;
      // The age was rounded down, and the time of the store may be.
      var ended = entry.countedAt(state.time + 1 - end.age() + grace);
      state.add(ended);
      state.count(exchange, ended, 1);
    }
  }

  private BudgetAnswer answer(
      BudgetExchange exchange, boolean lost, int writes, int reads, long writeWait, long readWait) {
    var counts =
        state.days(state.firstDay(state.time, exchange), state.lastDay(state.time, exchange));
    return new BudgetAnswer(
        state.epoch, lost, writes, reads, writeWait, readWait, counts, state.time);
  }

  /** Returns what operators look at. */
  LedgerState state() {
    return state;
  }

  /** Builds a ledger from what a store holds; not thread-safe. All times are the store's. */
  public static final class Builder {
    private final LedgerState state = new LedgerState();

    private Builder(long epoch, long since, long time) {
      state.epoch = epoch;
      state.since = since;
      state.time = time;
    }

    /** The end of a block that the server asked for. */
    public Builder blockedUntil(long millis) {
      state.blockedUntil = millis;
      return this;
    }

    /** The end of the time for which the ledger is closed after a loss. */
    public Builder closedUntil(long millis) {
      state.closedUntil = millis;
      return this;
    }

    /**
     * A process, the number of its last exchange, the time of that, and of the last one that wanted
     * a permit.
     */
    public Builder process(String name, long number, long seen, long asked) {
      state.processes.put(name, new KnownProcess(number, seen, asked));
      return this;
    }

    /** The next process in the order of turns, and when it loses its place. */
    public Builder ticket(String process, boolean read, long lapses) {
      state.tickets.add(new TurnTicket(process, read, lapses));
      return this;
    }

    /** A request, when its permit was granted, and when the server has counted it at the latest. */
    public Builder request(String process, long permit, boolean read, long taken, long counted) {
      state.add(new LedgerEntry(process, permit, read, taken, counted));
      return this;
    }

    /** The count of a day. */
    public Builder day(DayCount count) {
      state.days.put(count.day(), count);
      return this;
    }

    /** Builds the ledger; the builder must not be used afterwards. */
    public BudgetLedger build() {
      return new BudgetLedger(state);
    }
  }
}
