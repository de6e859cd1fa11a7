package io.inboxport.app;

import io.inboxport.testkit.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Runs what people mostly run, as a rehearsal: the launcher archives the classes that it loads, for
 * one backend at a time, as each class in an archive costs every start. Nothing of it leaves this
 * machine.
 */
final class ArchiveRehearsal {
  private ArchiveRehearsal() {}

  /** Runs the commands on one backend: {@code memory}, {@code http} or {@code sandbox}. */
  public static void main(String[] args) throws IOException {
    run(args[0]);
    System.exit(0);
  }

  /** Runs the commands on a backend and returns their exit statuses. */
  static int[] run(String backend) throws IOException {
    return switch (backend) {
      case "memory" -> inMemory();
      case "http" -> overHttp();
      case "sandbox" -> asSandbox();
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

  /** Serves, and is asked what clients mostly ask; the end of the process ends it. */
  private static int[] asSandbox() throws IOException {
    var told = new LineReader();
    var server =
        new Thread(() -> Main.run(console(told, Map.of()), "sandbox"), "sandbox-rehearsal");
    server.setDaemon(true);
    server.start();
    var url = URI.create(told.firstLine());
    return Stream.of(
            "GET /v2/me",
            "GET /v2/conversation?status=open",
            "GET /v2/conversation/eit000000000001",
            "GET /v2/conversation/eit000000000001/timeline",
            "POST /v2/conversation/eit000000000001/note",
            "GET /-/health")
        .mapToInt(request -> SandboxWarmUp.ask(url, request))
        .toArray();
  }

  /** Takes what a command prints, for another thread that waits for its first line. */
  private static final class LineReader extends OutputStream {
    private final CompletableFuture<String> line = new CompletableFuture<>();
    private final StringBuilder begun = new StringBuilder();

    @Override
    public void write(int b) {
      if (b == '\n') {
        line.complete(begun.toString());
      } else {
        begun.append((char) b);
      }
    }

    String firstLine() {
      return line.join();
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
    return Main.run(console(OutputStream.nullOutputStream(), environment), line.split(" "));
  }

  private static CommandConsole console(OutputStream out, Map<String, String> environment) {
    return new CommandConsole(
        InputStream.nullInputStream(),
        new PrintStream(out, true),
        new PrintStream(OutputStream.nullOutputStream()),
        environment,
        false,
        false,
        false,
        80,
        Clock.systemUTC());
  }
}
