package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contract on H2: a file that several processes open, and a database in memory. */
class H2BudgetStoreTest extends JdbcStoreContract {
  @TempDir Path folder;
  private Connection open;

  @Override
  DriverDatabase database() {
    return new DriverDatabase(
        "jdbc:h2:" + folder.resolve("shared") + ";AUTO_SERVER=TRUE;WRITE_DELAY=0");
  }

  @Override
  DriverDatabase quickDatabase() {
    return new DriverDatabase("jdbc:h2:mem:quick");
  }

  @BeforeEach
  @Override
  void make_a_new_table() throws Exception {
    // Else it would be closed and opened with every connection.
    open = database().getConnection();
    super.make_a_new_table();
  }

  @AfterEach
  void close() throws Exception {
    open.close();
  }

  @Test
  void a_database_in_memory_is_shared_by_the_threads_of_a_process() throws Exception {
    var memory = new DriverDatabase("jdbc:h2:mem:budget;DB_CLOSE_DELAY=-1");
    JdbcRequestBudget.over(memory).createTables();

    var one = new StoreClient(JdbcRequestBudget.over(memory).store("acme", it -> it), "one");
    var two = new StoreClient(JdbcRequestBudget.over(memory).store("acme", it -> it), "two");

    assertThat(one.take(40) + two.take(40)).isEqualTo(60);
  }

  @Test
  void a_file_that_is_written_late_is_refused_with_the_remedy() throws Exception {
    var late = new DriverDatabase("jdbc:h2:" + folder.resolve("late"));
    JdbcRequestBudget.over(late).createTables();

    assertThatThrownBy(() -> JdbcRequestBudget.over(late).checkTables())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("WRITE_DELAY is 500", ";WRITE_DELAY=0");
  }

  @Test
  void a_process_that_is_killed_loses_no_exchange() throws Exception {
    var url = "jdbc:h2:" + folder.resolve("killed") + ";WRITE_DELAY=0";
    var killed = new DriverDatabase(url);
    JdbcRequestBudget.over(killed).createTables();
    try (var process = new TakingProcess(url, "one", "3", "database", "die")) {
      process.start();
      assertThat(process.taken()).isEqualTo(3);
      assertThat(process.exitCode()).isEqualTo(9);
    }

    assertThat(killed.ask("SELECT version FROM inboxport_budget")).isEqualTo("3");
    var store = JdbcRequestBudget.over(killed).store("acme", it -> it + CLAIM);
    assertThat(new StoreClient(store, "two").take(60)).isEqualTo(57);
  }

  @Test
  void the_time_does_not_depend_on_the_time_zone_of_the_session() throws Exception {
    var zoned = new DriverDatabase("jdbc:h2:mem:zoned;TIME ZONE=America/Los_Angeles");
    try (var kept = new KeptConnection(zoned)) {
      JdbcRequestBudget.over(kept).createTables();
      var store = JdbcRequestBudget.over(kept).store("acme", it -> it);

      assertThat(new StoreClient(store, "one").ask(1).time())
          .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis());
    }
  }

  @Test
  void another_database_is_refused_by_its_name() throws Exception {
    try (var other = new KeptConnection(new DriverDatabase("jdbc:h2:mem:other"), "Oracle")) {
      assertThatThrownBy(() -> JdbcRequestBudget.over(other).checkTables())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll("\"Oracle\"", "PostgreSQL, MariaDB, MySQL or H2");
      assertThat(other.lent()).isZero();
    }
  }
}
