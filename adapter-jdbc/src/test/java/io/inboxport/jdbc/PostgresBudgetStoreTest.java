package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Runs the contract on PostgreSQL. The last test stops the server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresBudgetStoreTest extends JdbcStoreContract {
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

  private DriverDatabase database(String... options) {
    return new DriverDatabase(database().url() + "&options=" + String.join("%20", options));
  }

  private static StoreClient client(DriverDatabase database, String process) {
    return new StoreClient(
        JdbcRequestBudget.over(database).store("acme", LongUnaryOperator.identity()), process);
  }

  @Test
  void the_clock_of_the_database_counts_and_not_that_of_a_process() throws Exception {
    database()
        .execute(
            "DROP SCHEMA IF EXISTS ahead CASCADE",
            "CREATE SCHEMA ahead",
            "CREATE FUNCTION ahead.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE"
                + " AS 'SELECT pg_catalog.clock_timestamp() + interval ''5 hours'''");
    var ahead = database("-c", "search_path=ahead,pg_catalog,public");
    long hours = Duration.ofHours(5).toMillis();

    long time = client(ahead, "one").ask(60).time();

    assertThat(time - hours)
        .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis());
    assertThat(client(ahead, "two").take(1)).isZero();
  }

  @Test
  void a_user_with_another_isolation_level_is_served_all_the_same() throws Exception {
    for (var level : new String[] {"serializable", "repeatable%5C%20read"}) {
      var strict = database("-c", "default_transaction_isolation=" + level);
      var taken = new AtomicInteger();
      var names = new AtomicInteger();
      Runnable takes =
          () -> {
            var client = client(strict, level + names.getAndIncrement());
            for (int i = 0; i < 40; i++) {
              taken.addAndGet(take(client));
            }
          };

      CompletableFuture.allOf(CompletableFuture.runAsync(takes), CompletableFuture.runAsync(takes))
          .join();

      assertThat(taken).hasValue(60);
      make_a_new_table();
    }
  }

  private static int take(StoreClient client) {
    try {
      return client.take(1);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_session_that_is_killed_midway_leaves_neither_a_lock_nor_a_trace() throws Exception {
    var sound = client(database(), "sound");
    sound.take(1);
    LongUnaryOperator kills =
        time -> {
          ask("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE mode = 'RowShareLock'");
          return time;
        };
    var killed = new StoreClient(store("acme", kills), "killed");

    assertThatThrownBy(() -> killed.take(1)).isInstanceOf(SQLException.class);

    assertThat(ask("SELECT version FROM inboxport_budget")).isEqualTo("1");
    assertThat(ask("SELECT COUNT(*) FROM pg_locks WHERE mode = 'RowShareLock'")).isEqualTo("0");
    assertThat(sound.take(60)).isEqualTo(59);
  }

  private String ask(String query) {
    try {
      return database().ask(query);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_process_that_freezes_midway_loses_the_lock_to_the_others() throws Exception {
    var sound = client(database(), "sound");
    sound.take(1);
    var over = new CompletableFuture<Void>();
    var locked = new CompletableFuture<Void>();
    LongUnaryOperator freezes =
        time -> {
          locked.complete(null);
          over.join();
          return time;
        };
    var budgets = JdbcRequestBudget.over(database()).limit(Duration.ofMillis(300));
    var frozen = new StoreClient(budgets.store("acme", freezes), "frozen");
    var failure =
        CompletableFuture.runAsync(
            () -> assertThatThrownBy(() -> frozen.take(1)).isInstanceOf(SQLException.class));

    locked.join();
    assertThat(sound.take(60)).isEqualTo(59);

    over.complete(null);
    failure.join();
    assertThat(ask("SELECT version FROM inboxport_budget")).isEqualTo("2");
  }

  @Test
  void a_lock_that_others_keep_is_not_waited_for_without_end() throws Exception {
    var budgets = JdbcRequestBudget.over(database()).limit(Duration.ofMillis(200));
    var client = new StoreClient(budgets.store("acme", it -> it), "one");
    client.take(1);
    try (var keeper = database().getConnection();
        var statement = keeper.createStatement()) {
      keeper.setAutoCommit(false);
      statement.execute("SELECT * FROM inboxport_budget FOR UPDATE");

      assertThatThrownBy(() -> client.take(1)).hasMessageContaining("lock timeout");
    }
    assertThat(client.take(1)).isEqualTo(1);
  }

  @Test
  void a_database_that_falls_silent_is_given_up() throws Exception {
    client(database(), "one").take(1);
    LongUnaryOperator stops =
        time -> {
          signal("STOP");
          return time;
        };
    var budgets = JdbcRequestBudget.over(database()).limit(Duration.ofMillis(200));
    var cut = new StoreClient(budgets.store("acme", stops), "cut");
    try {
      assertThatThrownBy(() -> cut.take(1)).isInstanceOf(SQLException.class);
    } finally {
      signal("CONT");
    }

    var later = new StoreClient(store("acme", it -> it + CLAIM), "two");
    assertThat(later.take(60)).isEqualTo(59);
  }

  private String frozenSession = "";

  /** Sends a signal to the session that holds the row. */
  private void signal(String signal) {
    try {
      if (frozenSession.isEmpty()) {
        frozenSession = ask("SELECT pid FROM pg_locks WHERE mode = 'RowShareLock'");
      }
      new ProcessBuilder("kill", "-" + signal, frozenSession).inheritIO().start().waitFor();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_conflict_is_tried_once_more() throws Exception {
    var client = client(database(), "one");
    client.take(1);
    database()
        .execute(
            "DROP SEQUENCE IF EXISTS tries",
            "CREATE SEQUENCE tries",
            "CREATE OR REPLACE FUNCTION conflict() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF nextval('tries') <> 2 THEN RAISE SQLSTATE '40001'; END IF;"
                + " RETURN NEW; END $$",
            "CREATE TRIGGER conflict BEFORE UPDATE ON inboxport_budget"
                + " FOR EACH ROW EXECUTE FUNCTION conflict()");

    assertThat(client.take(1)).isEqualTo(1);

    assertThatThrownBy(() -> client.take(1)).isInstanceOf(SQLException.class);
    assertThat(ask("SELECT last_value FROM tries")).isEqualTo("4");
    assertThat(ask("SELECT version FROM inboxport_budget")).isEqualTo("2");
  }

  @Test
  void commits_that_a_crash_would_lose_are_refused_with_the_remedy() {
    var careless = database("-c", "synchronous_commit=off");

    assertThatThrownBy(() -> client(careless, "one").take(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("inboxport_budget", "synchronous_commit is off", "ALTER ROLE");
  }

  @Test
  void a_user_needs_no_more_rights_than_the_file_says() throws Exception {
    database()
        .execute(
            "DROP ROLE IF EXISTS clerk",
            "CREATE ROLE clerk LOGIN",
            "GRANT SELECT, INSERT, UPDATE ON inboxport_budget TO clerk");
    var clerk = new DriverDatabase(server.getJdbcUrl("clerk", "postgres"));

    assertThat(client(clerk, "one").take(1)).isEqualTo(1);
    database().execute("REVOKE ALL ON inboxport_budget FROM clerk");
    assertThatThrownBy(() -> client(clerk, "two").take(1))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void a_server_that_is_stopped_fails_every_exchange_quickly() throws Exception {
    try (var kept = new KeptConnection(database())) {
      var store = JdbcRequestBudget.over(kept).store("acme", it -> it);
      var connected = new StoreClient(store, "one");
      connected.take(1);

      server.close();

      assertSoon(Duration.ofSeconds(2), () -> connected.take(1));
      assertSoon(Duration.ofSeconds(2), () -> client(database(), "two").take(1));
    }
  }
}
