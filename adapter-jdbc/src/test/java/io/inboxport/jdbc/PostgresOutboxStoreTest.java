package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxUnavailable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Runs the contract of stores on PostgreSQL. The last test stops the server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresOutboxStoreTest extends SchemaOutboxContract {
  private static final String NUMBERS = "generate_series(1, 100000) AS n(i)";

  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedServers.postgres();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Override
  DriverDatabase database() {
    return new DriverDatabase(server.getJdbcUrl("postgres", "postgres"));
  }

  @Test
  void commits_that_a_crash_would_lose_are_refused_with_the_remedy() {
    var careless = new DriverDatabase(database().url() + "&options=-c%20synchronous_commit=off");

    assertThatThrownBy(() -> JdbcOutbox.over(careless).account("acme").find(KEY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("The outbox", "synchronous_commit is off", "ALTER ROLE");
  }

  @Test
  void a_plan_that_waits_for_another_one_knows_it_when_that_one_commits() throws Exception {
    assertThat(planBeside(true)).isFalse();
    assertThat(store().find(KEY)).isPresent();
  }

  @Test
  void a_plan_that_waits_for_another_one_counts_when_that_one_is_rolled_back() throws Exception {
    assertThat(planBeside(false)).isTrue();
    assertThat(store().find(KEY)).isPresent();
  }

  /** Plans while another transaction has planned the same; returns whether this one did. */
  private boolean planBeside(boolean commits) throws Exception {
    try (var first = database().getConnection();
        var second = database().getConnection()) {
      first.setAutoCommit(false);
      second.setAutoCommit(false);
      assertThat(store().plan(first, KEY, note("Called back."))).isTrue();
      var planned =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  boolean isPlanned = store().plan(second, KEY, note("Called back."));
                  second.commit();
                  return isPlanned;
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              });
      while (database().ask("SELECT COUNT(*) FROM pg_locks WHERE NOT granted").equals("0")) {
        Thread.onSpinWait();
      }
      if (commits) {
        first.commit();
      } else {
        first.rollback();
      }
      return planned.join();
    }
  }

  @Test
  void a_user_needs_no_more_rights_than_the_file_says() throws Exception {
    database()
        .execute(
            "DROP ROLE IF EXISTS clerk",
            "CREATE ROLE clerk LOGIN",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON inboxport_outbox TO clerk");
    var clerk = new DriverDatabase(server.getJdbcUrl("clerk", "postgres"));
    var store = JdbcOutbox.over(clerk).account("acme");
    try (var connection = clerk.getConnection()) {
      assertThat(store.plan(connection, KEY, note("Called back."))).isTrue();
    }
    assertThat(store.takePlanned("worker-1", HOLD)).isPresent();
    assertThat(store.remove(KEY)).isFalse();

    database().execute("REVOKE ALL ON inboxport_outbox FROM clerk");
    assertThatThrownBy(() -> store.find(KEY))
        .isInstanceOf(OutboxUnavailable.class)
        .hasMessageContainingAll("inboxport_outbox", "permission denied");
  }

  @Test
  void a_conflict_is_tried_once_more() throws Exception {
    assertThat(store().find(KEY)).isEmpty();
    database()
        .execute(
            "DROP SEQUENCE IF EXISTS tries",
            "CREATE SEQUENCE tries",
            "CREATE OR REPLACE FUNCTION conflict() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF nextval('tries') <> 2 THEN RAISE SQLSTATE '40001'; END IF;"
                + " RETURN NEW; END $$",
            "CREATE TRIGGER conflict BEFORE INSERT ON inboxport_outbox"
                + " FOR EACH ROW EXECUTE FUNCTION conflict()");
    var content = Outbox.contentToPlan(KEY, note("Called back."));

    assertThat(store().add(KEY, content, done())).isTrue();

    var other = OutboxKey.of("ticket-4711/2");
    assertThatThrownBy(() -> store().add(other, content, done()))
        .isInstanceOf(OutboxUnavailable.class);
    assertThat(database().ask("SELECT last_value FROM tries")).isEqualTo("4");
  }

  @Test
  void a_hundred_thousand_old_entries_are_not_read_to_find_the_open_ones() throws Exception {
    database().execute("ALTER TABLE inboxport_outbox SET (autovacuum_enabled = false)");
    var old = OldOutbox.fill(database(), NUMBERS);
    for (var analyzed : new boolean[] {false, true}) {
      if (analyzed) {
        database().execute("ANALYZE inboxport_outbox");
      }
      readAtMost(OldOutbox.OPEN, old);
    }
  }

  /** A planner that knows of many planned entries must not look for the oldest of all rows. */
  @Test
  void a_long_backlog_is_not_read_to_find_the_next_entry() throws Exception {
    database().execute("ALTER TABLE inboxport_outbox SET (autovacuum_enabled = false)");
    var old = OldOutbox.fill(database(), NUMBERS);
    old.addBacklog(NUMBERS);
    database().execute("ANALYZE inboxport_outbox");

    readAtMost(OldOutbox.LISTED, old);
  }

  private void readAtMost(int most, OldOutbox outbox) throws Exception {
    for (var plans : List.of("force_custom_plan", "force_generic_plan")) {
      for (var query : outbox.queries(SqlDialect.POSTGRESQL).entrySet()) {
        readsAtMost(most, query.getKey(), query.getValue(), plans);
      }
    }
  }

  /** A server prepares a statement that comes often, and then plans it without its values. */
  private void readsAtMost(int most, String name, BoundSql query, String plans) throws Exception {
    // The driver puts the values into the text, since the server takes none for EXECUTE.
    var simple = new DriverDatabase(database().url() + "&preferQueryMode=simple");
    try (var connection = simple.getConnection();
        var statement = connection.createStatement()) {
      int place = 0;
      var numbered = new StringBuilder();
      for (var part : query.text().split("\\?", -1)) {
        numbered.append(place == 0 ? "" : "$" + place).append(part);
        place++;
      }
      var values = String.join(", ", Collections.nCopies(place - 1, "?"));
      statement.execute("SET plan_cache_mode = " + plans);
      statement.execute("PREPARE query AS " + numbered);
      var explain = query.as("EXPLAIN (ANALYZE, TIMING OFF) EXECUTE query(" + values + ")");

      var plan = String.join("\n", OldOutbox.rows(connection, explain));

      assertThat(plan)
          .as(name + ", " + plans)
          .contains("using inboxport_outbox_phase")
          .doesNotContain("Seq Scan", "inboxport_outbox_pkey");
      var read = Pattern.compile("(?:actual rows=|Removed by Filter: )(\\d+)").matcher(plan);
      assertThat(read.results().mapToInt(count -> Integer.parseInt(count.group(1))))
          .as("rows read to find those that are " + name)
          .allMatch(rows -> rows <= most);
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void a_server_that_is_stopped_makes_the_outbox_unavailable() throws Exception {
    var store = store();
    assertThat(store.find(KEY)).isEmpty();

    server.close();

    assertThatThrownBy(() -> store.find(KEY))
        .isInstanceOf(OutboxUnavailable.class)
        .hasMessageContaining("The table inboxport_outbox of the outbox cannot be used");
  }
}
