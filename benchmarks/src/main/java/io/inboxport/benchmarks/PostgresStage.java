package io.inboxport.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.inboxport.budget.shared.SharedRequestBudget;
import io.inboxport.jdbc.JdbcRequestBudget;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;

/**
 * PostgreSQL server with the limiters that race over it, which share a pool of connections.
 * Everything ends with the stage.
 */
final class PostgresStage implements AutoCloseable {
  static final String OURS = "ours over PostgreSQL";
  static final String BUCKET = "bucket4j over PostgreSQL";
  static final String BATCHING = "bucket4j, batching";

  private static final int CONNECTIONS = 10;

  private final EmbeddedPostgres server;
  private final HikariDataSource pool;
  private final SharedRequestBudget budget;
  private final ProxyManager<String> buckets;

  private PostgresStage(EmbeddedPostgres server) throws SQLException {
    this.server = server;
    var config = new HikariConfig();
    config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
    config.setMaximumPoolSize(CONNECTIONS);
    this.pool = new HikariDataSource(config);
    var ours = JdbcRequestBudget.over(pool);
    ours.createTables();
    this.budget =
        ours.account("race").limits(StoreFigures.WIDE).timeout(StoreFigures.TIMEOUT).build();
    try (var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE bucket(id VARCHAR(100) PRIMARY KEY, state BYTEA)");
    }
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pool)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .build();
  }

  /** Starts a server that commits as a real one does, but does not wait for the disk. */
  static PostgresStage start() throws IOException, SQLException {
    return new PostgresStage(
        EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on").start());
  }

  /** Our budget, which gives its permits back. */
  PermitContender givingBack() throws InterruptedException {
    StoreFigures.fillAsDocumented(budget);
    return PermitContender.givingBack(OURS, budget, () -> 0);
  }

  /** A bucket that never runs dry. */
  PermitContender bucket() {
    return PermitContender.of(BUCKET, buckets.builder().build("race", StoreFigures::endless));
  }

  /** The same with bucket4j's own way to send the requests of several threads together. */
  PermitContender batchingBucket() {
    return PermitContender.of(
        BATCHING,
        buckets
            .builder()
            .withOptimization(Optimizations.batching())
            .build("batching", StoreFigures::endless));
  }

  @Override
  public void close() throws IOException {
    budget.close();
    pool.close();
    server.close();
  }
}
