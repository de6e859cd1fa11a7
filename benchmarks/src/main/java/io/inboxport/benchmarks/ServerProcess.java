package io.inboxport.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Server in a process of its own, measured from outside. The memory needs Linux. */
final class ServerProcess implements AutoCloseable {
  private static final String PEAK = "VmHWM:";

  private final Process process;
  private final BufferedReader output;
  private final int port;

  private ServerProcess(Process process, BufferedReader output, int port) {
    this.process = process;
    this.output = output;
    this.port = port;
  }

  /** The launcher of the house in this folder, with the demonstration inbox. */
  static ServerProcess sandbox(Path house) throws IOException {
    var process = start(List.of(house.resolve("inbox").toString(), "sandbox"));
    var output = process.inputReader(UTF_8);
    return new ServerProcess(process, output, URI.create(output.readLine()).getPort());
  }

  /**
   * WireMock with stubs in this folder. It remembers as many requests as the sandbox, and not all
   * that ever came, and sends answers in one piece.
   */
  static ServerProcess wireMock(Path jar, Path stubs) throws IOException, InterruptedException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var process =
        start(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "--port",
                Integer.toString(port),
                "--root-dir",
                stubs.toString(),
                "--max-request-journal-entries",
                "1000",
                "--use-chunked-encoding",
                "never",
                "--disable-banner"));
    var server = new ServerProcess(process, process.inputReader(UTF_8), port);
    server.awaitListening();
    return server;
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private void awaitListening() throws IOException, InterruptedException {
    while (process.isAlive()) {
      try {
        connect().close();
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IOException("The server ended: " + output.readLine());
  }

  Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  /** The processor time that the process has taken so far, by all its threads. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The most memory that the process ever had in use, in megabytes. */
  double peakMegabytes() throws IOException {
    for (var line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      if (line.startsWith(PEAK)) {
        return Double.parseDouble(line.substring(PEAK.length()).replace("kB", "").strip()) / 1024;
      }
    }
    throw new IOException("There is no " + PEAK + " of process " + process.pid());
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    output.close();
  }
}
