package io.inboxport.jdbc;

import io.inboxport.testkit.crash.OutboxCrashContract;
import io.inboxport.testkit.crash.OutboxStage;
import javax.sql.DataSource;

/** The promises of an outbox after a crash at every statement and commit of a database. */
abstract class JdbcOutboxCrash extends OutboxCrashContract {
  /** The database, with the table in it. */
  abstract DataSource database();

  @Override
  protected final OutboxStage freshStage() {
    return new JdbcOutboxStage(database());
  }

  @Override
  protected final void tell(String sentence) {
    System.out.println(getClass().getSimpleName() + ": " + sentence);
  }
}
