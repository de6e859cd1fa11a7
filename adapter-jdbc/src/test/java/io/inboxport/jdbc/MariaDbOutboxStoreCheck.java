package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the contract of stores on MariaDB; see {@link MariaDbBudgetStoreCheck}. */
class MariaDbOutboxStoreCheck extends SchemaOutboxContract {
  @Override
  DriverDatabase database() {
    return MariaDbServer.database();
  }

  @Test
  void a_table_that_cannot_lock_a_row_is_refused_with_the_remedy() throws Exception {
    database().execute("ALTER TABLE inboxport_outbox ENGINE = MyISAM");

    assertThatThrownBy(() -> store().find(KEY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("inboxport_outbox", "MyISAM", "InnoDB");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void commits_that_a_crash_would_lose_are_refused_with_the_remedy(int flush) throws Exception {
    database().execute("SET GLOBAL innodb_flush_log_at_trx_commit = " + flush);
    try {
      assertThatThrownBy(() -> store().find(KEY))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll(
              "The outbox", "innodb_flush_log_at_trx_commit is " + flush, "set it to 1");
    } finally {
      database().execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
    }
  }
}
