package io.inboxport.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGConnectionPoolDataSource;

class PostgresOutboxCrashTest extends JdbcOutboxCrash {
  private static EmbeddedPostgres server;
  private static JdbcConnectionPool pool;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedServers.postgres();
    var database = new PGConnectionPoolDataSource();
    database.setUrl(server.getJdbcUrl("postgres", "postgres"));
    pool = JdbcConnectionPool.create(database);
    JdbcOutbox.over(pool).createTables();
  }

  @AfterAll
  static void stop() throws Exception {
    pool.dispose();
    server.close();
  }

  @Override
  DataSource database() {
    return pool;
  }
}
