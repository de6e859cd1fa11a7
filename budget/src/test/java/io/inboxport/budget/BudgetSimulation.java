package io.inboxport.budget;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hours of an account in a moment: actors that want to send all the time, the real budget, and a
 * model of the server, driven event by event in the order of a virtual time. The same seed gives
 * the same hours.
 */
final class BudgetSimulation implements MonotonicTime {
  private static final Instant START = Instant.parse("2026-03-10T23:00:00Z");
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final LimitedServer server = new LimitedServer();
  private final Map<Reservation, Actor> asking = new HashMap<>();
  private final List<Duration> sent = new ArrayList<>();
  private final List<Actor> actors;
  private final Random random;
  private final LocalRequestBudget budget;
  private Duration patience = Duration.ofHours(1);
  private double lost;
  private Duration lateness = Duration.ZERO;
  private int abandoned;
  private long now;
  private long clockError;
  private int parks;
  private int scheduled;

  private record Event(long at, int number, Runnable action) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Integer.compare(number, other.number);
    }
  }

  BudgetSimulation(long seed, int size, RequestLimits limits) {
    random = new Random(seed);
    budget = LocalRequestBudget.of(limits, this, new Wall(), this::wake);
    actors = IntStream.range(0, size).mapToObj(i -> new Actor()).toList();
    actors.forEach(actor -> after(random(0, 1_000), actor::ask));
  }

  /** This share of the requests, or of their answers, gets lost: the sender waits 10 seconds. */
  BudgetSimulation losing(double share) {
    lost = share;
    return this;
  }

  /** A lost request may still be counted so long after its sender has given it up. */
  BudgetSimulation countingUpTo(Duration late) {
    lateness = late;
    return this;
  }

  /** No actor waits longer than this; one that is refused comes again when told to. */
  BudgetSimulation withPatience(Duration patience) {
    this.patience = patience;
    return this;
  }

  /** Every few minutes the wall clock is set, up to five hours ahead or back. */
  BudgetSimulation withASteppingClock() {
    after(random(60_000, 600_000), this::stepTheClock);
    return this;
  }

  private void stepTheClock() {
    clockError = random(0, 36_000_000) - Duration.ofHours(5).toNanos();
    withASteppingClock();
  }

  /** A 429 of another sender arrives. */
  BudgetSimulation blockedAt(Duration time, Duration pause) {
    after(time.toNanos(), () -> budget.block(pause));
    return this;
  }

  BudgetSimulation run(Duration length) {
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

  /** The times at which the requests left. */
  List<Duration> sent() {
    return sent;
  }

  /** Returns how many requests were given up. */
  int abandoned() {
    return abandoned;
  }

  List<Actor> actors() {
    return actors;
  }

  /** Returns how often an actor was put to sleep by the budget. */
  int parks() {
    return parks;
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void park(long nanos) {
    throw new AssertionError("Actors wait by events.");
  }

  @Override
  public void unpark(Thread thread) {
    throw new AssertionError("Actors are woken by events.");
  }

  private void wake(Reservation reservation) {
    var actor = asking.get(reservation);
    if (actor != null) {
      // A woken thread needs a moment until it runs.
      actor.proceedAfter(random(0, 2));
    }
  }

  private void after(long nanos, Runnable action) {
    events.add(new Event(now + nanos, scheduled++, action));
  }

  /** A random time in nanoseconds. */
  private long random(long fromMillis, long toMillis) {
    long range = Duration.ofMillis(toMillis - fromMillis).toNanos();
    return Duration.ofMillis(fromMillis).toNanos() + (long) (random.nextDouble() * range);
  }

  /** Sends one request after the other. */
  final class Actor {
    private @Nullable Reservation reservation;
    private long since;
    private int sleep;
    private int requests;
    private Duration longestWait = Duration.ZERO;

    int requests() {
      return requests;
    }

    Duration longestWait() {
      return longestWait;
    }

    private void ask() {
      since = now;
      reservation = budget.enter(RequestKind.READ, patience, RequestBudget.LONG_LEASE);
      asking.put(reservation, this);
      proceed();
    }

    private void proceedAfter(long nanos) {
      int current = ++sleep;
      after(
          nanos,
          () -> {
            if (current == sleep) {
              proceed();
            }
          });
    }

    private void proceed() {
      var asked = Objects.requireNonNull(reservation);
      long wait = asked.thread == null ? 0 : budget.proceed(asked);
      if (wait > 0) {
        parks++;
        proceedAfter(wait);
        return;
      }
      asking.remove(asked);
      sleep++;
      if (asked.state == Reservation.State.GRANTED) {
        send(asked);
      } else {
        after(Math.max(0, asked.decided - now), this::ask);
      }
    }

    private void send(Reservation permit) {
      requests++;
      sent.add(Duration.ofNanos(now));
      var waited = Duration.ofNanos(now - since);
      longestWait = waited.compareTo(longestWait) > 0 ? waited : longestWait;
      // New connections, full queues, garbage collection: what leaves now may arrive much later.
      long travel = random(5, random.nextInt(20) == 0 ? 3_000 : 300);
      boolean isLost = random.nextDouble() < lost;
      if (!isLost || random.nextBoolean()) {
        after(isLost ? travel + late() : travel, this::arrive);
      }
      after(
          isLost ? TIMEOUT.toNanos() : travel + random(10, 1_000),
          () -> {
            end(permit, isLost);
            ask();
          });
    }

    /** A server that is late at all is as late as it can be. */
    private long late() {
      return lateness.isZero()
          ? 0
          : TIMEOUT.plus(lateness).minusSeconds(3).toNanos() - random(0, 1_000);
    }

    private void end(Reservation permit, boolean isLost) {
      if (isLost) {
        permit.abandon();
        abandoned++;
      } else {
        permit.close();
      }
    }

    private void arrive() {
      if (!server.serves(now)) {
        budget.block(Duration.ofMinutes(15));
      }
    }
  }

  private final class Wall extends Clock {
    @Override
    public Instant instant() {
      return START.plusNanos(now).plusNanos(clockError);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
