package io.inboxport.jdbc;

/** MariaDB of the tests. No build brings that server, so {@code .ci/mariadb} starts one. */
final class MariaDbServer {
  private static final String PROPERTY = "inboxport.mariadb";

  private MariaDbServer() {}

  static DriverDatabase database() {
    var url = System.getProperty(PROPERTY);
    if (url == null) {
      throw new IllegalStateException(
          "These tests need a MariaDB: run .ci/mariadb, or give the URL of an empty database as -D"
              + PROPERTY
              + "=jdbc:mariadb://...");
    }
    return new DriverDatabase(url);
  }
}
