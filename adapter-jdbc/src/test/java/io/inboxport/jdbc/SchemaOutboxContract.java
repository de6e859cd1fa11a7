package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.outbox.OutboxState;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contract of the outbox's table on databases that have schemas and lock rows. */
abstract class SchemaOutboxContract extends JdbcOutboxContract {
  @Test
  void the_table_may_be_in_another_schema() throws Exception {
    database().execute("CREATE SCHEMA IF NOT EXISTS ops", "DROP TABLE IF EXISTS ops.writes");
    var outboxes = JdbcOutbox.over(database()).table("ops.writes");
    outboxes.createTables();
    outboxes.createTables();

    try (var connection = database().getConnection()) {
      assertThat(outboxes.account("acme").plan(connection, KEY, note("Called back."))).isTrue();
    }

    assertThat(database().ask("SELECT account FROM ops.writes")).isEqualTo("acme");
    assertThat(outboxes.account("acme").takePlanned("worker-1", HOLD)).isPresent();
    assertThat(store().find(KEY)).isEmpty();
  }

  @Test
  void a_missing_schema_is_told_like_a_missing_table() {
    assertThatThrownBy(() -> JdbcOutbox.over(database()).table("nowhere.it").checkTables())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no table nowhere.it");
  }

  @Test
  void several_processes_may_make_the_table_at_once() throws Exception {
    database().execute("DROP TABLE inboxport_outbox");
    var executor = Executors.newFixedThreadPool(8);
    try {
      Callable<Boolean> makes =
          () -> {
            JdbcOutbox.over(database()).createTables();
            return true;
          };
      for (var made : executor.invokeAll(IntStream.range(0, 8).mapToObj(i -> makes).toList())) {
        assertThat(made.get()).isTrue();
      }
    } finally {
      executor.shutdownNow();
    }

    JdbcOutbox.over(database()).checkTables();
  }

  @Test
  void planning_again_waits_for_no_worker_and_stops_none() throws Exception {
    try (var caller = database().getConnection()) {
      assertThat(store().plan(caller, KEY, note("Called back."))).isTrue();
      caller.setAutoCommit(false);
      assertThat(store().plan(caller, KEY, note("Called back."))).isFalse();

      assertThat(store().takePlanned("worker-1", HOLD)).isPresent();
      caller.rollback();
    }
    assertThat(store().list(EnumSet.of(OutboxState.PLANNED), 2)).hasSize(1);
  }
}
