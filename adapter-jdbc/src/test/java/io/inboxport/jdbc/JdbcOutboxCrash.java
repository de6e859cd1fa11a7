package io.inboxport.jdbc;

import io.inboxport.outbox.OutboxStore;
import io.inboxport.testkit.crash.CrashSwitch;
import io.inboxport.testkit.crash.CrashingDataSource;
import io.inboxport.testkit.crash.OutboxCrashContract;
import io.inboxport.testkit.crash.OutboxStage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** The promises of an outbox after a crash at every statement and commit of a database. */
abstract class JdbcOutboxCrash extends OutboxCrashContract {
  private final AtomicInteger accounts = new AtomicInteger();

  /** The database, with the table in it. */
  abstract DataSource database();

  @Override
  protected final OutboxStage freshStage() {
    var account = "acme-" + accounts.incrementAndGet();
    return new OutboxStage() {
      private Duration ahead = Duration.ZERO;

      @Override
      public OutboxStore open(CrashSwitch crash) {
        return JdbcOutbox.over(CrashingDataSource.of(database(), crash))
            .ahead(() -> ahead.toMillis())
            .account(account);
      }

      @Override
      public void pass(Duration time) {
        ahead = ahead.plus(time);
      }
    };
  }

  @Override
  protected final void tell(String sentence) {
    System.out.println(getClass().getSimpleName() + ": " + sentence);
  }
}
