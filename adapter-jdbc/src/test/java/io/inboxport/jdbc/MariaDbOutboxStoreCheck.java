package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
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
    database().execute("ALTER TABLE inboxport_outbox ENGINE = Aria");

    assertThatThrownBy(() -> store().find(KEY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("inboxport_outbox", "Aria", "InnoDB");
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

  @Test
  void a_hundred_thousand_old_entries_are_not_read_to_find_the_open_ones() throws Exception {
    var old = OldOutbox.fill(database(), "(SELECT seq AS i FROM seq_1_to_100000) n");
    // InnoDB counts anew by itself, after a tenth of the rows has changed.
    database().execute("ANALYZE TABLE inboxport_outbox");
    for (var query : old.queries(SqlDialect.MARIADB).entrySet()) {
      assertThat(rowsRead(query.getValue()))
          .as("rows read to find those that are " + query.getKey())
          .isBetween(1, 6 * OldOutbox.OPEN);
    }
  }

  private int rowsRead(BoundSql query) throws Exception {
    try (var connection = database().getConnection()) {
      var reads = new BoundSql().add("SHOW SESSION STATUS LIKE 'Handler_read%'");
      connection.createStatement().execute("FLUSH STATUS");
      var unused = OldOutbox.rows(connection, query);
      return OldOutbox.rows(connection, reads).stream().mapToInt(Integer::parseInt).sum();
    }
  }
}
