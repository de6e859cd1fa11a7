package io.inboxport.testkit.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the calls of each user, and says who has to wait. Thread-safe. */
final class CallCounter {
  /** Calls may come under any name, so names are dropped, those not heard of longest first. */
  private static final int MAX_USERS = 1000;

  private final Clock clock;
  private final Map<String, User> users =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, User> eldest) {
          return size() > MAX_USERS;
        }
      };
  private CallLimits limits = CallLimits.none();

  CallCounter(Clock clock) {
    this.clock = clock;
  }

  synchronized CallLimits limits() {
    return limits;
  }

  /** Sets the limits, and starts counting anew. */
  synchronized void limit(CallLimits newLimits) {
    limits = newLimits;
    users.clear();
  }

  /** Counts one call, or returns how long the user has to wait instead. */
  synchronized Optional<Duration> refuse(String name) {
    if (limits.windows().isEmpty() && limits.perDay() == 0) {
      return Optional.empty();
    }
    var user = users.computeIfAbsent(name, n -> new User());
    var now = clock.instant();
    var free = user.freeFrom(limits, now);
    if (free.isAfter(now)) {
      return Optional.of(Duration.between(now, free));
    }
    user.count(now, limits.windows().stream().mapToInt(CallLimits.Window::calls).max().orElse(0));
    return Optional.empty();
  }

  private static final class User {
    /** The latest first. */
    private final Deque<Instant> calls = new ArrayDeque<>();

    private Instant blockedUntil = Instant.MIN;
    private LocalDate day = LocalDate.MIN;
    private int callsToday;

    /** Returns when this user may call: now, or when block, day or window let them. */
    Instant freeFrom(CallLimits limits, Instant now) {
      if (now.isBefore(blockedUntil)) {
        if (limits.isProlongedByCalls()) {
          blockedUntil = Collections.max(List.of(blockedUntil, now.plus(limits.block())));
        }
        return blockedUntil;
      }
      var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      callsToday = today.equals(day) ? callsToday : 0;
      day = today;
      if (limits.perDay() > 0 && callsToday >= limits.perDay()) {
        return today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      for (var window : limits.windows()) {
        var free = freeFrom(window, now);
        if (free.isAfter(now)) {
          blockedUntil = Collections.max(List.of(now.plus(limits.block()), free));
          return blockedUntil;
        }
      }
      return now;
    }

    /** Returns when the window has room for a call: when the oldest that fills it has left it. */
    private Instant freeFrom(CallLimits.Window window, Instant now) {
      if (calls.size() < window.calls()) {
        return now;
      }
      return calls.stream().skip(window.calls() - 1L).findFirst().orElse(now).plus(window.span());
    }

    void count(Instant now, int atMost) {
      callsToday++;
      calls.addFirst(now);
      if (calls.size() > atMost) {
        calls.removeLast();
      }
    }
  }
}
