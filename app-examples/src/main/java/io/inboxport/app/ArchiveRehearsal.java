package io.inboxport.app;

import io.inboxport.testkit.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs what people mostly run, as a rehearsal: the launcher archives the classes that it loads, for
 * one backend at a time, as each class in an archive costs every start. Nothing of it leaves this
 * machine.
 */
final class ArchiveRehearsal {
  private ArchiveRehearsal() {}

  /** Runs the commands on one backend: {@code memory} or {@code http}. */
  public static void main(String[] args) throws IOException {
    run(args[0]);
    System.exit(0);
  }

  /** Runs the commands on a backend and returns their exit statuses. */
  static int[] run(String backend) throws IOException {
    return switch (backend) {
      case "memory" -> inMemory();
      case "http" -> overHttp();
      default -> throw new IllegalArgumentException("There is no backend \"" + backend + "\".");
    };
  }

  private static int[] inMemory() {
    return Stream.of("demo", "list", "list --json", "timeline eit000000000001", "reply --help")
        .mapToInt(line -> perform(line, Map.of()))
        .toArray();
  }

  private static int[] overHttp() throws IOException {
    var folder = Files.createTempDirectory("inbox-rehearsal");
    try (var sandbox = Sandbox.start()) {
      // As against the API itself, the requests are counted in a file.
      var options = " --budget " + folder.resolve("budget") + " --base-url " + sandbox.url();
      // The outbox of who builds this is no place for a rehearsal.
      var states = Map.of("XDG_STATE_HOME", folder.toString());
      return Stream.of(
              "list", "list --json", "timeline eit000000000001", "reply eit000000000001 Hello")
          .mapToInt(command -> perform(command + options, states))
          .toArray();
    } finally {
      delete(folder.toFile());
    }
  }

  private static void delete(File file) {
    var files = file.listFiles();
    for (var inside : files == null ? new File[0] : files) {
      delete(inside);
    }
    file.delete();
  }

  private static int perform(String line, Map<String, String> environment) {
    return Main.run(unheard(environment), line.split(" "));
  }

  private static CommandConsole unheard(Map<String, String> environment) {
    return new CommandConsole(
        InputStream.nullInputStream(),
        new PrintStream(OutputStream.nullOutputStream()),
        new PrintStream(OutputStream.nullOutputStream()),
        environment,
        false,
        false,
        false,
        80,
        Clock.systemUTC());
  }
}
