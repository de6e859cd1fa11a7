package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Runs the contract on MariaDB. No build brings that server, so {@code .ci/mariadb} starts one and
 * runs this class; by its name {@code mvn verify} leaves it out.
 */
class MariaDbBudgetStoreCheck extends JdbcStoreContract {
  @Override
  DriverDatabase database() {
    return MariaDbServer.database();
  }

  private DriverDatabase with(String sessionVariable) {
    return new DriverDatabase(database().url() + "&sessionVariables=" + sessionVariable);
  }

  private static StoreClient client(DriverDatabase database, String process) {
    return new StoreClient(
        JdbcRequestBudget.over(database).store("acme", LongUnaryOperator.identity()), process);
  }

  @Test
  void the_time_does_not_depend_on_the_time_zone_of_the_session() throws Exception {
    var answer = client(with("time_zone='+05:00'"), "one").ask(60);

    assertThat(answer.time())
        .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis());
    assertThat(client(with("time_zone='-11:00'"), "two").take(1)).isZero();
  }

  @Test
  void the_clock_of_the_database_counts_and_not_that_of_a_process() throws Exception {
    assertThat(client(with("timestamp=2000000000"), "one").ask(1).time())
        .isEqualTo(2_000_000_000_000L);
  }

  @Test
  void a_session_that_is_killed_midway_leaves_neither_a_lock_nor_a_trace() throws Exception {
    var sound = client(database(), "sound");
    sound.take(1);
    LongUnaryOperator kills =
        time -> {
          killTheOthers();
          return time;
        };
    var killed = new StoreClient(store("acme", kills), "killed");

    assertThatThrownBy(() -> killed.take(1)).isInstanceOf(SQLException.class);

    assertThat(database().ask("SELECT version FROM inboxport_budget")).isEqualTo("1");
    assertThat(sound.take(60)).isEqualTo(59);
  }

  private void killTheOthers() {
    try {
      database()
          .execute(
              "KILL "
                  + database()
                      .ask("SELECT trx_mysql_thread_id FROM information_schema.innodb_trx"));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_process_that_freezes_midway_loses_the_lock_if_the_server_is_told_so() throws Exception {
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
    var hurried = JdbcRequestBudget.over(with("idle_transaction_timeout=1"));
    var frozen = new StoreClient(hurried.store("acme", freezes), "frozen");
    var failure =
        CompletableFuture.runAsync(
            () -> assertThatThrownBy(() -> frozen.take(1)).isInstanceOf(SQLException.class));

    locked.join();
    assertThat(sound.take(60)).isEqualTo(59);

    over.complete(null);
    failure.join();
  }

  @Test
  void a_table_that_cannot_lock_a_row_is_refused_with_the_remedy() throws Exception {
    database().execute("ALTER TABLE inboxport_budget ENGINE = MyISAM");

    assertThatThrownBy(() -> client(database(), "one").take(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("inboxport_budget", "MyISAM", "InnoDB");
  }

  @Test
  void commits_that_a_crash_would_lose_are_refused_with_the_remedy() throws Exception {
    database().execute("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
    try {
      assertThatThrownBy(() -> client(database(), "one").take(1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll("innodb_flush_log_at_trx_commit is 0", "set it to 1");
    } finally {
      database().execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
    }
  }
}
