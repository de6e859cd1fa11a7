package io.inboxport.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;

/** Redis server on a free port of 127.0.0.1, with a folder of its own. Ends with the test. */
public final class RunningRedis implements AutoCloseable {
  private static final int ATTEMPTS = 5;

  private final Path folder;
  private final Path program;
  private final List<String> options;
  private int port;
  private @Nullable Process process;

  private RunningRedis(Path folder, Path program, List<String> options) {
    this.folder = folder;
    this.program = program;
    this.options = options;
  }

  /** Starts a server that writes nothing to disk, unless the options say so. */
  public static RunningRedis start(RedisProgram program, String... options) {
    try {
      var folder = Files.createTempDirectory("inboxport-redis");
      var redis = new RunningRedis(folder, program.copyInto(folder), List.of(options));
      redis.startOnFreePort();
      return redis;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startOnFreePort() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      try {
        start();
        return;
      } catch (IllegalStateException failed) {
        if (attempt == ATTEMPTS) {
          throw failed;
        }
      }
    }
  }

  /** Starts the server on its port, with what its folder has. */
  public void start() throws IOException {
    var command = new ArrayList<>(List.of(program.toString(), "--port", String.valueOf(port)));
    command.addAll(List.of("--bind", "127.0.0.1", "--save", "", "--dir", folder.toString()));
    command.addAll(List.of("--repl-diskless-sync-delay", "0"));
    command.addAll(options);
    var started = new ProcessBuilder(command).redirectErrorStream(true).start();
    process = started;
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    var output = started.inputReader();
    var said = new StringBuilder();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.contains("eady to accept connections")) {
        var rest = new Thread(() -> output.lines().forEach(ignored -> {}), "redis-output");
        rest.setDaemon(true);
        rest.start();
        return;
      }
    }
    throw new IllegalStateException("The Redis server did not start. It said:\n" + said);
  }

  public int port() {
    return port;
  }

  /** Opens a client, which its caller closes. */
  public RedisClient client() {
    return RedisClient.create("127.0.0.1", port);
  }

  /** Opens a connection for the commands of an operator, which its caller closes. */
  public Jedis operator() {
    return new Jedis("127.0.0.1", port);
  }

  /** Ends the server as a power cut would. */
  public void kill() {
    if (process != null) {
      end(process.destroyForcibly());
    }
  }

  /** Lets the server stand still, as a machine without memory or time does. */
  public void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /** Lets the server go on. */
  public void thaw() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    if (process != null) {
      new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
    }
  }

  private static void end(Process process) {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The Redis server does not end.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
