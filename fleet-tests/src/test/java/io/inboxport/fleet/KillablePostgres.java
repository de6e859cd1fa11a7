package io.inboxport.fleet;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL that can be killed and started again on its data. It writes each commit to disk. */
final class KillablePostgres implements AutoCloseable {
  private final Path data;
  private final int port;
  private EmbeddedPostgres server;

  KillablePostgres(Path data) throws IOException {
    this.data = data;
    this.server = settings().start();
    this.port = server.getPort();
  }

  private EmbeddedPostgres.Builder settings() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPGStartupWait(Duration.ofMinutes(1))
        .setServerConfig("fsync", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("synchronous_commit", "on");
  }

  int port() {
    return port;
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  private ProcessHandle postmaster() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  /** Stops the server with all its sessions for this long; then they go on. */
  void freeze(Duration length) throws Exception {
    var frozen = new ArrayList<ProcessHandle>();
    frozen.add(postmaster());
    postmaster().descendants().forEach(frozen::add);
    signal(frozen, "-STOP");
    TimeUnit.NANOSECONDS.sleep(length.toNanos());
    signal(frozen, "-CONT");
  }

  private static void signal(List<ProcessHandle> processes, String signal) throws Exception {
    var command = new ArrayList<String>(List.of("kill", signal));
    processes.stream().filter(ProcessHandle::isAlive).forEach(it -> command.add("" + it.pid()));
    var unused = new ProcessBuilder(command).start().waitFor();
  }

  /** Kills the server with all its sessions, and starts it again. */
  void killAndStart() throws Exception {
    var postmaster = postmaster();
    var sessions = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    sessions.forEach(ProcessHandle::destroyForcibly);
    for (var session : sessions) {
      session.onExit().join();
    }
    postmaster.onExit().join();
    // It finds nothing to stop, and gives its lock on the folder back.
    server.close();
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    server = settings().setPort(port).start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
