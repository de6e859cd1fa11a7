package io.inboxport.redis;

import io.inboxport.budget.shared.BudgetAnswer;
import io.inboxport.budget.shared.BudgetExchange;
import io.inboxport.budget.shared.BudgetLedger;
import io.inboxport.budget.shared.BudgetStore;
import java.util.List;
import java.util.function.Supplier;

/** Store of a shared budget in Redis: each exchange is one call of a script. Thread-safe. */
final class RedisBudgetStore implements BudgetStore {
  /**
   * Milliseconds in which a new ledger grants nothing. Redis may have forgotten an older one, and
   * each process that knew it comes within this time.
   */
  static final long ANNOUNCEMENT = 10_000;

  private static final RedisScript EXCHANGE = RedisScript.named("exchange.lua");
  private static final RedisScript LOOK = RedisScript.named("look.lua");

  private final RedisScriptRunner runner;
  private final List<String> keys;
  private final Supplier<String> time;

  RedisBudgetStore(RedisScriptRunner runner, AccountKeys keys) {
    this(runner, keys, () -> "");
  }

  /** Goes by this time in milliseconds, and by that of the server if the text is empty. */
  RedisBudgetStore(RedisScriptRunner runner, AccountKeys keys, Supplier<String> time) {
    this.runner = runner;
    this.keys = keys.all();
    this.time = time;
  }

  @Override
  public BudgetAnswer exchange(BudgetExchange exchange) throws Exception {
    var words = ExchangeWords.of(exchange, time.get(), ANNOUNCEMENT);
    return ExchangeWords.answer(runner.run(EXCHANGE, keys, words));
  }

  @Override
  public BudgetLedger look() throws Exception {
    return LedgerReply.read(runner.run(LOOK, keys, List.of(time.get())));
  }

  @Override
  public boolean canForget() {
    return true;
  }
}
