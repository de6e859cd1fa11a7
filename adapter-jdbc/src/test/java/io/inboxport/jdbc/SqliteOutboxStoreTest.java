package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.outbox.OutboxUnavailable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the contract of stores on a file of SQLite. */
class SqliteOutboxStoreTest extends JdbcOutboxContract {
  private static final String NUMBERS =
      "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000)"
          + " SELECT i FROM n)";

  @TempDir Path folder;

  @Override
  DriverDatabase database() {
    return database("");
  }

  private DriverDatabase database(String options) {
    return new DriverDatabase("jdbc:sqlite:" + folder.resolve("outbox.db") + options);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OFF", "NORMAL"})
  void commits_that_a_crash_would_lose_are_refused_with_the_remedy(String synchronous) {
    var careless = database("?synchronous=" + synchronous);

    assertThatThrownBy(() -> JdbcOutbox.over(careless).account("acme").find(KEY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("The outbox", "synchronous is", "PRAGMA synchronous = FULL");
  }

  @Test
  void a_log_that_is_written_ahead_serves_as_well() throws Exception {
    var ahead = database("?journal_mode=WAL");
    var store = JdbcOutbox.over(ahead).account("acme");
    try (var connection = ahead.getConnection()) {
      assertThat(store.plan(connection, KEY, note("Called back."))).isTrue();
    }

    assertThat(store.takePlanned("worker-1", HOLD)).isPresent();
  }

  @Test
  void a_file_that_another_process_keeps_locked_is_told_and_serves_again() throws Exception {
    var store = JdbcOutbox.over(database("?busy_timeout=50")).account("acme");
    assertThat(store.find(KEY)).isEmpty();
    try (var keeper = database().getConnection();
        var statement = keeper.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");

      assertThatThrownBy(() -> store.find(KEY))
          .isInstanceOf(OutboxUnavailable.class)
          .hasMessageContainingAll("inboxport_outbox", "locked");
    }

    assertThat(store.find(KEY)).isEmpty();
  }

  @Test
  void a_hundred_thousand_old_entries_are_not_read_to_find_the_open_ones() throws Exception {
    var old = OldOutbox.fill(database(), NUMBERS);
    for (var analyzed : new boolean[] {false, true}) {
      if (analyzed) {
        database().execute("ANALYZE");
      }
      lookByTheIndex(old);
    }
  }

  @Test
  void a_long_backlog_is_not_read_to_find_the_next_entry() throws Exception {
    var old = OldOutbox.fill(database(), NUMBERS);
    old.addBacklog(NUMBERS);
    database().execute("ANALYZE");

    lookByTheIndex(old);
  }

  private void lookByTheIndex(OldOutbox outbox) throws Exception {
    try (var connection = database().getConnection()) {
      for (var query : outbox.queries(SqlDialect.SQLITE).entrySet()) {
        var explain = query.getValue().as("EXPLAIN QUERY PLAN " + query.getValue().text());

        var plan = String.join("\n", OldOutbox.rows(connection, explain));

        assertThat(plan)
            .as(query.getKey())
            .contains("inboxport_outbox_phase (account=? AND phase=?)")
            .doesNotContain("SCAN o", "SCAN inboxport_outbox");
      }
    }
  }
}
