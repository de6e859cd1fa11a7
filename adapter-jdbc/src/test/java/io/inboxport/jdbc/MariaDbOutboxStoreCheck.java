package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the contract of stores on MariaDB; see {@link MariaDbBudgetStoreCheck}. */
class MariaDbOutboxStoreCheck extends SchemaOutboxContract {
  private static final String NUMBERS = "(SELECT seq AS i FROM seq_1_to_100000) n";

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
    var old = OldOutbox.fill(database(), NUMBERS);
    // InnoDB counts anew by itself, after a tenth of the rows has changed.
    database().execute("ANALYZE TABLE inboxport_outbox");
    readAtMost(6 * OldOutbox.OPEN, old);
  }

  @Test
  void a_long_backlog_is_not_read_to_find_the_next_entry() throws Exception {
    var old = OldOutbox.fill(database(), NUMBERS);
    old.addBacklog(NUMBERS);
    database().execute("ANALYZE TABLE inboxport_outbox");

    readAtMost(6 * OldOutbox.LISTED, old);
  }

  private void readAtMost(int most, OldOutbox outbox) throws Exception {
    for (var query : outbox.queries(SqlDialect.MARIADB).entrySet()) {
      assertThat(rowsRead(query.getValue()))
          .as("rows read to find those that are " + query.getKey())
          .isBetween(1, most);
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
