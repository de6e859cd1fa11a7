package io.inboxport.budget.shared;

import io.inboxport.budget.LimitedServer;
import io.inboxport.budget.RequestKind;
import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetExchange.PermitEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Hours of a fleet in a moment: processes that share an account, their threads, the store, the
 * network between them, and a model of the server that counts. Everything happens in the order of a
 * virtual time, and the same seed gives the same hours.
 */
final class FleetSimulation {
  private static final long START = Instant.parse("2026-03-10T22:30:00Z").toEpochMilli();
  private static final Duration TIMEOUT = Duration.ofMillis(250);
  private static final long ANNOUNCEMENT = 1_500;

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final LimitedServer server = new LimitedServer();
  private final RequestLimits limits;
  private final Random random;
  private final List<SimulatedProcess> processes = new ArrayList<>();
  private final Deque<byte[]> snapshots = new ArrayDeque<>();
  private Duration callTime = Duration.ofSeconds(30);
  private BudgetLedger ledger = new BudgetLedger();
  private boolean sharing = true;
  private long now;
  private long scheduled;
  private long serverOfStore = 1;
  private long frozenUntil;
  private double faults;
  private int crashes;
  private int losses;
  private int exchanges;

  private record Event(long at, long number, Runnable action) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  FleetSimulation(long seed, RequestLimits limits) {
    this.random = new Random(seed);
    this.limits = limits;
  }

  /** Adds a process with so many threads that send all the time. */
  FleetSimulation with(int threads) {
    var process = new SimulatedProcess(threads);
    processes.add(process);
    after(millis(0, 1_000), process::start);
    return this;
  }

  /**
   * Lets things go wrong: processes die and come back, or stand still; the store stands still, is
   * restarted without its last writes, or loses everything; messages and answers get lost, and so
   * do requests to the server, which may count them later.
   *
   * @param often the share of messages and requests that get lost
   */
  FleetSimulation withFaults(double often) {
    faults = often;
    after(millis(1_000, 20_000), this::crash);
    after(millis(1_000, 60_000), this::stall);
    after(millis(5_000, 60_000), this::freezeStore);
    after(millis(60_000, 900_000), this::loseWrites);
    after(millis(0, 1_000), this::takeSnapshot);
    return this;
  }

  /** Gives each process a ledger of its own, as processes have that do not share. */
  FleetSimulation withoutSharing() {
    sharing = false;
    return this;
  }

  FleetSimulation run(Duration length) {
    while (!events.isEmpty() && events.element().at <= length.toNanos()) {
      var event = events.remove();
      now = event.at;
      event.action.run();
    }
    return this;
  }

  LimitedServer server() {
    return server;
  }

  /** The requests that each process sent, in the order in which the processes were added. */
  List<Integer> requests() {
    return processes.stream().map(process -> process.requests).toList();
  }

  int crashes() {
    return crashes;
  }

  /** Returns how often the store lost something. */
  int losses() {
    return losses;
  }

  int exchanges() {
    return exchanges;
  }

  private void crash() {
    var process = processes.get(random.nextInt(processes.size()));
    if (process.isAlive) {
      crashes++;
      process.die();
      after(millis(10, 5_000), process::start);
    }
    after(millis(1_000, 20_000), this::crash);
  }

  private void stall() {
    processes.get(random.nextInt(processes.size())).stallUntil = now + millis(10, 20_000);
    after(millis(1_000, 60_000), this::stall);
  }

  private void freezeStore() {
    frozenUntil = now + millis(50, random.nextInt(10) == 0 ? 20_000 : 1_000);
    after(millis(5_000, 60_000), this::freezeStore);
  }

  private void takeSnapshot() {
    snapshots.add(ledger.toBytes());
    if (snapshots.size() > 5) {
      snapshots.remove();
    }
    after(millis(200, 1_000), this::takeSnapshot);
  }

  /** A restart from a former state, or a loss of everything while some process remembers it. */
  private void loseWrites() {
    losses++;
    if (random.nextBoolean()) {
      ledger = BudgetLedger.of(snapshots.getFirst());
    } else if (processes.stream().filter(SimulatedProcess::remembers).count() > 1) {
      ledger = new BudgetLedger();
    }
    serverOfStore++;
    after(millis(60_000, 900_000), this::loseWrites);
  }

  private void after(long nanos, Runnable action) {
    events.add(new Event(now + nanos, scheduled++, action));
  }

  /** A random time in nanoseconds. */
  private long millis(long from, long to) {
    return (long) ((from + random.nextDouble() * (to - from)) * 1_000_000);
  }

  private boolean isUnlucky() {
    return faults > 0 && random.nextDouble() < faults;
  }

  /** Process with a member of the budget, and threads that send one request after another. */
  private final class SimulatedProcess {
    private final int threads;
    private boolean isAlive;
    private int life;
    private long stallUntil;
    private int requests;
    private BudgetMember member = member("never-started");
    private boolean flushing;
    private boolean hasHeard;
    private final BudgetLedger ownLedger = new BudgetLedger();

    SimulatedProcess(int threads) {
      this.threads = threads;
    }

    private BudgetMember member(String name) {
      return new BudgetMember(name, limits, TIMEOUT, true, false, 7, this::wake);
    }

    void start() {
      isAlive = true;
      life++;
      flushing = false;
      hasHeard = false;
      member = member(processes.indexOf(this) + "-" + life);
      IntStream.range(0, threads).forEach(i -> later(millis(0, 200), new SimulatedThread()::ask));
    }

    void die() {
      isAlive = false;
    }

    boolean remembers() {
      return isAlive && stallUntil <= now && hasHeard;
    }

    /** Runs this in the same life of the process, and not while it stands still. */
    void later(long nanos, Runnable action) {
      int current = life;
      after(
          nanos,
          () -> {
            if (!isAlive || life != current) {
              return;
            }
            if (now < stallUntil) {
              later(stallUntil - now + millis(0, 1), action);
            } else {
              action.run();
            }
          });
    }

    private final List<SimulatedThread> waiting = new ArrayList<>();

    private void wake(PermitSeat seat) {
      for (var thread : List.copyOf(waiting)) {
        if (thread.seat == seat) {
          thread.proceedAfter(millis(0, 1) / 5);
        }
      }
    }

    void exchangeIfDue() {
      if (member.isExchangeDue(now)) {
        send(member.begin(now));
      }
      if (!flushing && member.isActive(now)) {
        flushing = true;
        later(
            BudgetMember.FLUSH,
            () -> {
              flushing = false;
              exchangeIfDue();
            });
      }
    }

    private void send(BudgetExchange exchange) {
      exchanges++;
      if (isUnlucky()) {
        later(millis(1, 400), () -> fail(exchange));
        return;
      }
      boolean answerIsLost = isUnlucky();
      int current = life;
      after(
          millis(0, random.nextInt(50) == 0 ? 300 : 2),
          () -> reachStore(exchange, current, answerIsLost));
    }

    private void reachStore(BudgetExchange exchange, int current, boolean answerIsLost) {
      if (now < frozenUntil) {
        after(frozenUntil - now, () -> reachStore(exchange, current, answerIsLost));
        return;
      }
      var answer =
          (sharing ? ledger : ownLedger)
              .exchange(exchange, START + now / 1_000_000, ANNOUNCEMENT, serverOfStore);
      if (current == life && isAlive) {
        later(
            millis(0, answerIsLost ? 400 : 2),
            answerIsLost ? () -> fail(exchange) : () -> take(exchange, answer));
      }
    }

    private void fail(BudgetExchange exchange) {
      member.failed(exchange, new IllegalStateException("The connection broke."), now);
      exchangeIfDue();
    }

    private void take(BudgetExchange exchange, BudgetAnswer answer) {
      hasHeard = true;
      member.answered(exchange, answer, now);
      exchangeIfDue();
    }

    /** Thread that sends one request after the other. */
    private final class SimulatedThread {
      private PermitSeat seat = new PermitSeat(false, 0, 0);
      private int sleep;
      private long asked;

      void ask() {
        asked = now;
        long patience = callTime.minusSeconds(1).toNanos();
        boolean read = member.countsAsRead(RequestKind.READ) && random.nextBoolean();
        seat = new PermitSeat(read, now + patience, callTime.toNanos());
        waiting.add(this);
        member.enter(seat, now);
        proceed();
      }

      void proceedAfter(long nanos) {
        int current = ++sleep;
        later(
            nanos,
            () -> {
              if (current == sleep) {
                proceed();
              }
            });
      }

      private void proceed() {
        long wait = member.proceed(seat, now);
        if (wait > 0) {
          exchangeIfDue();
          proceedAfter(member.proceed(seat, now));
          return;
        }
        waiting.remove(this);
        sleep++;
        if (seat.state != PermitSeat.State.GRANTED) {
          later(Math.max(millis(1, 50), seat.retryAt - now), this::ask);
        } else if (now - asked > callTime.toNanos() - 500_000_000) {
          // As a call does whose turn came too late for its deadline.
          end(PermitEnd.Kind.CANCELLED);
        } else {
          leave();
        }
      }

      private void leave() {
        requests++;
        long travel = millis(1, random.nextInt(20) == 0 ? 2_000 : 100);
        long rest = callTime.toNanos() - (now - asked);
        boolean isLost = isUnlucky();
        boolean isLate = isLost && random.nextBoolean();
        if (!isLost || isLate) {
          long latest = rest + limits.grace().toNanos();
          long arrival = isLate ? (long) (random.nextDouble() * latest) : Math.min(travel, rest);
          after(arrival, FleetSimulation.this::arrive);
        }
        long end = isLost ? rest : Math.min(rest, travel + millis(1, 300));
        var kind = isLost ? PermitEnd.Kind.ABANDONED : PermitEnd.Kind.ANSWERED;
        later(end, () -> end(kind));
      }

      private void end(PermitEnd.Kind kind) {
        member.end(seat, kind, now);
        exchangeIfDue();
        ask();
      }
    }
  }

  private void arrive() {
    server.serves(now);
  }
}
