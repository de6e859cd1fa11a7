package io.inboxport.http;

import io.inboxport.account.AccountId;
import io.inboxport.budget.LocalRequestBudget;
import io.inboxport.budget.MonotonicTime;
import io.inboxport.budget.RequestLimits;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * The accounts that this process talks to, so that all clients of one share its budget and breaker.
 *
 * <p>An account is forgotten when no client of it is left and its budget has nothing to remember.
 * Forgetting it earlier would give a client that is made for one call, closed, and made again a new
 * budget each time. No client has to be closed for that. Thread-safe.
 */
final class AccountRegistry {
  static final AccountRegistry OF_THIS_PROCESS =
      new AccountRegistry(MonotonicTime.SYSTEM, Clock.systemUTC());

  private static final int FEW = 64;

  private final Map<Key, Entry> entries = new HashMap<>();
  private final MonotonicTime time;
  private final Clock clock;
  private int sweepAt = FEW;

  private record Key(String scheme, String host, int port, AccountId account) {}

  private static final class Entry {
    final LocalRequestBudget budget;
    final AccountBreaker breaker;
    WeakReference<AccountState> held;

    Entry(LocalRequestBudget budget, AccountBreaker breaker, AccountState held) {
      this.budget = budget;
      this.breaker = breaker;
      this.held = new WeakReference<>(held);
    }

    boolean isForgettable() {
      return held.get() == null && budget.isUntouched();
    }
  }

  AccountRegistry(MonotonicTime time, Clock clock) {
    this.time = time;
    this.clock = clock;
  }

  /** The account at this server. */
  synchronized AccountState of(HttpUrl server, AccountId id) {
    var key = new Key(server.scheme(), server.host(), server.port(), id);
    var entry = entries.get(key);
    if (entry == null) {
      return add(key);
    }
    var account = entry.held.get();
    if (account == null) {
      account = new AccountState(entry.budget, entry.breaker);
      entry.held = new WeakReference<>(account);
    }
    return account;
  }

  /** The time that their budgets and breakers go by. */
  MonotonicTime time() {
    return time;
  }

  synchronized int size() {
    return entries.size();
  }

  private AccountState add(Key key) {
    if (entries.size() >= sweepAt) {
      // Each sweep is paid for by as many additions as it looks at.
      entries.values().removeIf(Entry::isForgettable);
      sweepAt = Math.max(FEW, 2 * entries.size());
    }
    var budget = LocalRequestBudget.of(RequestLimits.documented(), time, clock);
    var breaker = new AccountBreaker(key.account() + "@" + key.host(), time);
    var account = new AccountState(budget, breaker);
    entries.put(key, new Entry(budget, breaker, account));
    return account;
  }
}
