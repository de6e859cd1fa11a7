package io.inboxport.budget.shared;

/**
 * Turn of a process at the ledger, for one kind of request.
 *
 * <p>Each process that waits has one ticket, and an appointment: the time at which its place comes
 * free if those before it take theirs. It may take a place while enough are left for those before
 * it. Alone it takes all it wants. As long as others want permits as well, it takes no more than
 * its {@linkplain LedgerShares share} at once, and then goes to the end of the order. A process
 * that misses its appointment loses its ticket.
 */
final class LedgerTurn {
  private final LedgerState ledger;
  private final BudgetExchange exchange;
  private final boolean read;
  private final BudgetExchange.Want want;
  private int granted;

  LedgerTurn(LedgerState ledger, BudgetExchange exchange, boolean read) {
    this.ledger = ledger;
    this.exchange = exchange;
    this.read = read;
    this.want = read ? exchange.reads() : exchange.writes();
  }

  int granted() {
    return granted;
  }

  /**
   * Takes what may be taken, and returns how many milliseconds to wait for the rest; 0 for none.
   */
  long take() {
    int place = removeTicket();
    if (want.count() == 0) {
      return 0;
    }
    var shares = new LedgerShares(ledger, exchange);
    if (ledger.waitUntilOpen() == 0) {
      grant(shares, place);
    }
    if (granted == want.count()) {
      return 0;
    }
    place = granted == 0 ? place : ledger.tickets.size();
    long wait = waitAt(shares, place);
    if (wait <= want.patience()) {
      ledger.tickets.add(
          place, new TurnTicket(exchange.process(), read, ledger.time + wait + TurnTicket.SLACK));
    }
    return wait;
  }

  /** Removes the ticket, and returns the place that the process has in the order. */
  private int removeTicket() {
    for (int i = 0; i < ledger.tickets.size(); i++) {
      if (ledger.tickets.get(i).isOf(exchange.process(), read)) {
        ledger.tickets.remove(i);
        return i;
      }
    }
    return ledger.tickets.size();
  }

  private void grant(LedgerShares shares, int place) {
    int most = shares.isAlone() ? want.count() : Math.min(shares.entitled(), want.count());
    var all = new LedgerRoom(ledger, exchange, false, want);
    var reads = new LedgerRoom(ledger, exchange, true, want);
    for (var ticket : ledger.tickets.subList(0, place)) {
      if (!shares.keepsFor(ticket.process())
          && all.isLeft()
          && (!ticket.read() || reads.isLeft())) {
        takeOne(all, reads, ticket.read());
      }
    }
    all.take(shares.left());
    long first = exchange.firstPermit() + (read ? exchange.writes().count() : 0);
    while (granted < most && all.isLeft() && (!read || reads.isLeft())) {
      takeOne(all, reads, read);
      ledger.grant(exchange, first + granted, read, want);
      granted++;
    }
  }

  private static void takeOne(LedgerRoom all, LedgerRoom reads, boolean read) {
    all.take(1);
    if (read) {
      reads.take(1);
    }
  }

  private long waitAt(LedgerShares shares, int place) {
    var before = ledger.tickets.subList(0, place);
    int readsBefore = (int) before.stream().filter(TurnTicket::read).count();
    // A write overtakes the reads that wait for the share of reads.
    int others = read ? place : place - readsBefore;
    var all = new LedgerRoom(ledger, exchange, false, want);
    long earliest = all.earliest(others, want);
    if (read) {
      var reads = new LedgerRoom(ledger, exchange, true, want);
      earliest = Math.max(earliest, reads.earliest(readsBefore, want));
    }
    long wait = earliest - ledger.time;
    if (shares.left() > 0) {
      // Those for whom a place is kept take it, or their claims end.
      long taken = all.earliest(shares.left() + others, want) - ledger.time;
      wait = Math.max(wait, Math.min(taken, shares.untilFirstEnds()));
    }
    wait = Math.max(wait, ledger.waitUntilOpen());
    return granted == 0 ? Math.max(1, wait) : wait;
  }
}
