package io.inboxport.redis;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetAnswer;
import io.inboxport.budget.shared.BudgetExchange;
import io.inboxport.budget.shared.BudgetExchange.DayCount;
import io.inboxport.budget.shared.BudgetExchange.Want;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Words of an exchange on the way to the script and back. Lua counts in double precision, so no
 * number may be above 2<sup>53</sup>. Not thread-safe.
 */
final class ExchangeWords {
  private static final long MOST = 1L << 53;

  private final List<String> words = new ArrayList<>();

  private ExchangeWords() {}

  /**
   * Writes an exchange.
   *
   * @param time the time in milliseconds; empty for that of the server
   * @param announcement how long a new ledger grants nothing
   * @throws IllegalArgumentException when the process has a line feed in its name, or a number is
   *     too large
   */
  static List<String> of(BudgetExchange exchange, String time, long announcement) {
    var message = new ExchangeWords();
    message.words.add(time);
    message.number(announcement);
    message.words.add(Long.toString(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)));
    message.write(exchange);
    return message.words;
  }

  private void write(BudgetExchange exchange) {
    if (exchange.process().indexOf('\n') >= 0) {
      throw new IllegalArgumentException("The name of a process must not have a line feed.");
    }
    words.add(exchange.process());
    number(exchange.number());
    number(exchange.acknowledged());
    words.add(Long.toString(exchange.epoch()));
    number(exchange.block());
    number(exchange.firstPermit());
    want(exchange.writes());
    want(exchange.reads());
    number(exchange.closure());
    number(exchange.window());
    number(exchange.burst());
    limits(exchange.limits());
    number(exchange.remembered().size());
    for (var request : exchange.remembered()) {
      number(request.permit());
      words.add(request.read() ? "r" : "w");
      number(request.taken());
      number(request.counted());
    }
    number(exchange.days().size());
    for (var count : exchange.days()) {
      number(count.day());
      number(count.all());
      number(count.reads());
    }
    number(exchange.ends().size());
    for (var end : exchange.ends()) {
      number(end.permit());
      words.add(end.kind().name());
      number(end.age());
    }
  }

  private void want(Want want) {
    number(want.count());
    number(want.patience());
    number(want.lease());
  }

  private void limits(RequestLimits limits) {
    number(limits.margin().toMillis());
    number(limits.grace().toMillis());
    number(limits.perMinute());
    number(limits.perFiveSeconds());
    number(limits.perDay());
    number(limits.readsOf(limits.perMinute()));
    number(limits.readsOf(limits.perFiveSeconds()));
    number(limits.readsOf(limits.perDay()));
  }

  private void number(long value) {
    if (Math.abs(value) > MOST) {
      throw new IllegalArgumentException(
          "Redis counts exactly up to 2^53 only, so " + value + " is too large.");
    }
    words.add(Long.toString(value));
  }

  /** Reads the answer: a line for the exchange, and one for each day that now touches. */
  static BudgetAnswer answer(List<String> reply) {
    var line = numbers(reply.get(0));
    var days =
        reply.stream()
            .skip(1)
            .map(ExchangeWords::numbers)
            .map(day -> new DayCount(day[0], (int) day[1], (int) day[2]))
            .toList();
    return new BudgetAnswer(
        line[0], line[1] == 1, (int) line[2], (int) line[3], line[4], line[5], days, line[6]);
  }

  private static long[] numbers(String line) {
    return Stream.of(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
  }
}
