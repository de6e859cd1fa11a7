package io.inboxport.budget.shared;

import io.inboxport.budget.shared.BudgetExchange.DayCount;
import io.inboxport.budget.shared.BudgetExchange.Want;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** State of a ledger: what is counted, and in which order processes have their turns. */
final class LedgerState {
  private static final long DAY = TimeUnit.DAYS.toMillis(1);
  // A process that was silent for longer remembers nothing either.
  private static final long LONGEST_SILENCE = TimeUnit.MINUTES.toMillis(30);

  long epoch;
  long server;
  long since;
  long time;
  long blockedUntil;
  long closedUntil;
  final TreeMap<String, KnownProcess> processes = new TreeMap<>();
  final List<TurnTicket> tickets = new ArrayList<>();
  // In the order of the moments at which they are counted.
  final List<LedgerEntry> entries = new ArrayList<>();
  final TreeMap<Long, DayCount> days = new TreeMap<>();

  /**
   * Process that the ledger has heard of.
   *
   * @param number the number of its last exchange
   * @param seen the time of its last exchange
   * @param asked the time of its last exchange that wanted a permit
   */
  record KnownProcess(long number, long seen, long asked) {}

  /** Grants a permit. */
  void grant(BudgetExchange exchange, long permit, boolean read, Want want) {
    var entry =
        new LedgerEntry(exchange.process(), permit, read, time, time + held(exchange, want));
    add(entry);
    count(exchange, entry, 1);
  }

  /**
   * Returns the milliseconds after its permit in which the server counts a request at the latest.
   */
  static long held(BudgetExchange exchange, Want want) {
    return want.lease() + exchange.limits().grace().toMillis();
  }

  void add(LedgerEntry entry) {
    int place = entries.size();
    while (place > 0 && entries.get(place - 1).counted() > entry.counted()) {
      place--;
    }
    entries.add(place, entry);
  }

  int find(String process, long permit) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).permit() == permit && entries.get(i).process().equals(process)) {
        return i;
      }
    }
    return -1;
  }

  /** Counts a request on every day on which the server may count it, or takes it back. */
  void count(BudgetExchange exchange, LedgerEntry entry, int change) {
    long last = lastDay(entry.counted(), exchange);
    for (long day = firstDay(entry.taken(), exchange); day <= last; day++) {
      int ofReads = entry.read() ? change : 0;
      days.merge(
          day,
          new DayCount(day, Math.max(0, change), Math.max(0, ofReads)),
          (count, ignored) ->
              new DayCount(
                  count.day(),
                  Math.max(0, count.all() + change),
                  Math.max(0, count.reads() + ofReads)));
    }
  }

  /** Drops what no window reaches back to, and who has not come. */
  void dropWhatIsPast(BudgetExchange exchange) {
    while (!entries.isEmpty() && time - entries.get(0).counted() >= exchange.window()) {
      entries.remove(0);
    }
    tickets.removeIf(ticket -> ticket.lapses() < time);
    processes.values().removeIf(process -> time - process.seen() > LONGEST_SILENCE);
    days.headMap(firstDay(time, exchange) - 1).clear();
  }

  /** Returns for how many milliseconds nothing is granted at all. */
  long waitUntilOpen() {
    return Math.max(0, Math.max(blockedUntil, closedUntil) - time);
  }

  /** Returns how many requests a window of this length still holds. */
  int counted(long length, boolean ofReads) {
    int counted = 0;
    for (int i = entries.size() - 1; i >= 0 && isIn(entries.get(i), length); i--) {
      counted += entries.get(i).read() || !ofReads ? 1 : 0;
    }
    return counted;
  }

  /** Returns when the request at this place of a window was counted; the oldest is at 0. */
  long countedAt(int place, long length, boolean ofReads) {
    int rest = place;
    for (var entry : entries) {
      if (isIn(entry, length) && (entry.read() || !ofReads) && rest-- == 0) {
        return entry.counted();
      }
    }
    throw new IllegalArgumentException("The window holds fewer than " + (place + 1) + ".");
  }

  private boolean isIn(LedgerEntry entry, long length) {
    return time - entry.counted() < length;
  }

  int count(long day, boolean ofReads) {
    var count = days.getOrDefault(day, new DayCount(day, 0, 0));
    return ofReads ? count.reads() : count.all();
  }

  /** The counts of these days, both included. */
  List<DayCount> days(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(day -> days.getOrDefault(day, new DayCount(day, 0, 0)))
        .toList();
  }

  long firstDay(long at, BudgetExchange exchange) {
    return Math.floorDiv(at - exchange.limits().margin().toMillis(), DAY);
  }

  long lastDay(long at, BudgetExchange exchange) {
    return Math.floorDiv(at + exchange.limits().margin().toMillis(), DAY);
  }
}
