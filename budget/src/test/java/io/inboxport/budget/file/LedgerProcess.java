package io.inboxport.budget.file;

import io.inboxport.budget.RequestLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Process of its own that works on a ledger, and may be killed at it. */
final class LedgerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private LedgerProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Does one of the jobs: {@code spend}, {@code locked} or {@code torn}. */
  public static void main(String[] args) throws Exception {
    var path = Path.of(args[1]);
    switch (args[0]) {
      case "spend" -> spend(FileBudgetStore.at(path), args[2], Integer.parseInt(args[3]));
      case "locked" -> {
        LedgerLock.take(LedgerFile.made(path).lock());
        told("locked");
      }
      case "torn" -> {
        var file = LedgerFile.made(path);
        LedgerLock.take(file.lock());
        var draft = file.beginDraft();
        draft.write(ByteBuffer.wrap(new byte[] {'I', 'n', 'b'}));
        told("torn");
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /** Asks for one permit so many times, and tells how many came. */
  private static void spend(FileBudgetStore store, String name, int times) throws Exception {
    var process = new ExchangeFixture(store, name, RequestLimits.documented());
    // All wait for each other here.
    System.out.println("ready");
    System.in.read();
    int granted = 0;
    for (int i = 0; i < times; i++) {
      granted += process.ask(1).writes();
    }
    System.out.println(granted);
  }

  /** Tells how far it is, and stays there. */
  private static void told(String word) throws IOException {
    System.out.println(word);
    System.in.read();
  }

  static LedgerProcess start(String job, Path file, Object... more) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LedgerProcess.class.getName(),
                job,
                file.toString()));
    for (var word : more) {
      command.add(word.toString());
    }
    return new LedgerProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The next line that the process tells. */
  String line() throws IOException {
    return String.valueOf(output.readLine());
  }

  void go() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
