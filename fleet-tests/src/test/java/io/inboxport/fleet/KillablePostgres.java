package io.inboxport.fleet;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

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

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  /** Kills the server with all its sessions, and starts it again. */
  void killAndStart() throws Exception {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    var postmaster = ProcessHandle.of(pid).orElseThrow();
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
