package io.inboxport.redis;

import java.util.List;

/**
 * Connection to Redis, as far as a budget needs one: it runs a script. {@link JedisScriptRunner}
 * and {@link LettuceScriptRunner} are ready to use; any other client fits as well.
 *
 * <p>A runner asks for the script by its digest first (EVALSHA). If the server answers NOSCRIPT, it
 * sends the text (EVAL): a server forgets its scripts when it restarts. It never repeats a call
 * after another error, since the server may have carried it out. It sends no script inside MULTI.
 *
 * <p>Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface RedisScriptRunner {
  /**
   * Runs a script on the primary server that holds these keys.
   *
   * @param script the script
   * @param keys its keys, all in one slot of a cluster
   * @param arguments its arguments, in UTF-8
   * @return its reply, a list of texts
   * @throws Exception when the server was not reached, or reported an error
   */
  List<String> run(RedisScript script, List<String> keys, List<String> arguments) throws Exception;
}
