package io.inboxport.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Process of its own that runs a {@link TakingProgram}. */
final class TakingProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  TakingProcess(String url, String name, int times, long time) throws IOException {
    this(url, name, Integer.toString(times), Long.toString(time));
  }

  TakingProcess(String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dh2.bindAddress=127.0.0.1",
                "-cp",
                System.getProperty("java.class.path"),
                TakingProgram.class.getName()));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Lets it start, once it is ready. */
  void start() throws IOException {
    expect("ready");
    proceed();
  }

  private void expect(String word) throws IOException {
    var line = output.readLine();
    if (!word.equals(line)) {
      throw new IllegalStateException("The process said " + line + ", not " + word + ".");
    }
  }

  private void proceed() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** Waits until it is through, and returns how many permits it got. */
  int taken() throws IOException {
    return Integer.parseInt(output.readLine());
  }

  /** Waits until it has ended by itself, and returns its exit code. */
  int exitCode() {
    return process.onExit().join().exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
