package io.inboxport.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs scripts through Lettuce 7.
 *
 * <p>Lettuce keeps commands while it is disconnected, and sends them when the server is back. A
 * call that takes longer than its time-out is therefore cancelled: it is not sent any more, unless
 * it has left already.
 *
 * <p>Thread-safe: all threads share one connection. It stays the caller's, who closes it. Never
 * give a connection whose caller uses MULTI.
 */
public final class LettuceScriptRunner implements RedisScriptRunner {
  private static final Duration TIMEOUT = Duration.ofMillis(250);
  private static final String[] NO_TEXT = {};

  private final RedisScriptingAsyncCommands<String, String> commands;
  private final Duration timeout;

  private LettuceScriptRunner(
      RedisScriptingAsyncCommands<String, String> commands, Duration timeout) {
    this.commands = commands;
    this.timeout = timeout;
  }

  /**
   * Runs scripts through a connection, and waits at most 250 ms for each.
   *
   * @param commands {@code connection.async()}, of one server or of a cluster, with texts in UTF-8
   */
  public static LettuceScriptRunner over(RedisScriptingAsyncCommands<String, String> commands) {
    return over(commands, TIMEOUT);
  }

  /**
   * Runs scripts through a connection, and waits at most this long for each.
   *
   * @param commands {@code connection.async()}, of one server or of a cluster, with texts in UTF-8
   * @param timeout more than zero; that of the budget is a good choice
   * @throws IllegalArgumentException when the time-out is zero or negative
   */
  public static LettuceScriptRunner over(
      RedisScriptingAsyncCommands<String, String> commands, Duration timeout) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("Time-out must be more than PT0S, not " + timeout + ".");
    }
    return new LettuceScriptRunner(Objects.requireNonNull(commands, "commands"), timeout);
  }

  @Override
  public List<String> run(RedisScript script, List<String> keys, List<String> arguments)
      throws InterruptedException, TimeoutException {
    var ofKeys = keys.toArray(NO_TEXT);
    var ofArguments = arguments.toArray(NO_TEXT);
    try {
      return await(commands.evalsha(script.digest(), ScriptOutputType.MULTI, ofKeys, ofArguments));
    } catch (RedisNoScriptException forgotten) {
      return await(commands.eval(script.text(), ScriptOutputType.MULTI, ofKeys, ofArguments));
    }
  }

  private List<String> await(RedisFuture<List<String>> reply)
      throws InterruptedException, TimeoutException {
    try {
      return reply.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("Redis did not answer.", failed.getCause());
    } finally {
      // Else a command that waits for a connection would be carried out late.
      reply.cancel(true);
    }
  }
}
