package io.inboxport.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** Runs the crash contract of the outbox on MariaDB; see {@link MariaDbBudgetStoreCheck}. */
class MariaDbOutboxCrashCheck extends JdbcOutboxCrash {
  @BeforeEach
  void make_the_table() throws Exception {
    JdbcOutbox.over(database()).createTables();
  }

  @Override
  DataSource database() {
    return MariaDbServer.database();
  }
}
