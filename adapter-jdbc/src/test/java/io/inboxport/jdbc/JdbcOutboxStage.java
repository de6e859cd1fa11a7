package io.inboxport.jdbc;

import io.inboxport.outbox.OutboxStore;
import io.inboxport.testkit.crash.CrashSwitch;
import io.inboxport.testkit.crash.CrashingDataSource;
import io.inboxport.testkit.crash.OutboxStage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Outbox of a new account in a table that exists. */
final class JdbcOutboxStage implements OutboxStage {
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  final String account = "acme-" + ACCOUNTS.incrementAndGet();
  private final DataSource database;
  private volatile Duration ahead = Duration.ZERO;

  JdbcOutboxStage(DataSource database) {
    this.database = database;
  }

  @Override
  public OutboxStore open(CrashSwitch crash) {
    return JdbcOutbox.over(CrashingDataSource.of(database, crash))
        .ahead(() -> ahead.toMillis())
        .account(account);
  }

  @Override
  public void pass(Duration time) {
    ahead = ahead.plus(time);
  }
}
