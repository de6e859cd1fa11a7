package io.inboxport.app.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that holds the file of an export open. */
final class ExportProcess implements AutoCloseable {
  private final Process process;

  private ExportProcess(Process process) {
    this.process = process;
  }

  static ExportProcess on(Path file) throws IOException {
    var process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                ExportProcess.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    @SuppressWarnings("resource") // It lives as long as the process.
    BufferedReader output = process.inputReader(UTF_8);
    if (output.readLine() == null) {
      throw new IOException("The process ended before it held the file.");
    }
    return new ExportProcess(process);
  }

  /** Holds the file until the process ends, or its standard input does. */
  public static void main(String[] arguments) throws IOException {
    try (var held = ExportLog.open(Path.of(arguments[0]), line -> {})) {
      System.out.println("holding " + held.getClass().getSimpleName());
      while (System.in.read() >= 0) {
        // Waits.
      }
    }
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
