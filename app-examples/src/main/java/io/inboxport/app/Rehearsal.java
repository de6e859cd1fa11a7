package io.inboxport.app;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs what people mostly run, for nobody: the launcher archives the classes that it loads. Nothing
 * of it leaves this machine.
 */
final class Rehearsal {
  private static final String[][] COMMANDS = {
    {"demo"},
    {"reply", "--help"},
    {"list", "--backend", "memory"},
    {"list", "--backend", "memory", "--json"},
    {"timeline", "--backend", "memory", "eit000000000001"},
    // Nothing listens there.
    {"check", "--base-url", "http://127.0.0.1:9", "--timeout", "1s"},
  };

  private Rehearsal() {}

  /** Runs the commands. */
  public static void main(String[] args) {
    run();
    System.exit(0);
  }

  /** Runs the commands and returns their exit statuses. */
  static int[] run() {
    return Stream.of(COMMANDS).mapToInt(command -> Main.run(unheard(), command)).toArray();
  }

  private static Console unheard() {
    return new Console(
        InputStream.nullInputStream(),
        new PrintStream(OutputStream.nullOutputStream()),
        new PrintStream(OutputStream.nullOutputStream()),
        Map.of(BackendChoice.ACCOUNT, "none", BackendChoice.KEY, "none"),
        false,
        false,
        80,
        Clock.systemUTC());
  }
}
