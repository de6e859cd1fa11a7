package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.budget.shared.BudgetStore;
import io.inboxport.budget.shared.SharedBudgetContract;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Contract of the table on every database: how it is made, named and checked. */
@Timeout(120)
abstract class JdbcTableContract extends SharedBudgetContract {
  static final long NOON = 1_774_000_000_000L;
  static final int THREADS = 8;

  /** After so many milliseconds of silence a process claims no share any more. */
  static final long CLAIM = 10_000;

  /** The database of these tests; it has the user's rights to make tables. */
  abstract DriverDatabase database() throws Exception;

  @BeforeEach
  void make_a_new_table() throws Exception {
    database().execute("DROP TABLE IF EXISTS inboxport_budget");
    JdbcRequestBudget.over(database()).createTables();
  }

  BudgetStore store(String account, LongUnaryOperator time) throws Exception {
    return JdbcRequestBudget.over(database()).store(account, time);
  }

  /** A store that stands at noon. */
  BudgetStore storeAtNoon(String account) throws Exception {
    return store(account, ignored -> NOON);
  }

  static <T> List<T> atOnce(int threads, Callable<T> task) throws Exception {
    var executor = Executors.newFixedThreadPool(threads);
    try {
      var start = new CountDownLatch(1);
      var results = new ArrayList<Future<T>>();
      for (int i = 0; i < threads; i++) {
        results.add(
            executor.submit(
                () -> {
                  start.await();
                  return task.call();
                }));
      }
      start.countDown();
      var values = new ArrayList<T>();
      for (var result : results) {
        values.add(result.get());
      }
      return values;
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void a_missing_table_is_told_with_the_file_that_makes_it() throws Exception {
    database().execute("DROP TABLE inboxport_budget");
    var budgets = JdbcRequestBudget.over(database());

    for (Callable<?> use :
        List.<Callable<?>>of(
            () -> {
              budgets.checkTables();
              return 0;
            },
            () -> new StoreClient(storeAtNoon("acme"), "one").take(1))) {
      assertThatThrownBy(use::call)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll("no table inboxport_budget", "createTables()", file());
    }
  }

  private String file() throws Exception {
    try (var connection = database().getConnection()) {
      return SqlDialect.of(connection).scriptFile("budget");
    }
  }

  @Test
  void a_missing_column_is_told_with_the_file_that_has_it() throws Exception {
    database().execute("ALTER TABLE inboxport_budget DROP COLUMN version");

    assertThatThrownBy(() -> JdbcRequestBudget.over(database()).checkTables())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("inboxport_budget", "no column version", file());
  }

  @Test
  void a_missing_schema_is_told_like_a_missing_table() throws Exception {
    assertThatThrownBy(() -> JdbcRequestBudget.over(database()).table("nowhere.it").checkTables())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no table nowhere.it");
  }

  @Test
  void the_table_may_have_another_name_and_a_schema() throws Exception {
    database().execute("CREATE SCHEMA IF NOT EXISTS ops", "DROP TABLE IF EXISTS ops.api_calls");
    var budgets = JdbcRequestBudget.over(database()).table("ops.api_calls");
    budgets.createTables();

    var client = new StoreClient(budgets.store("acme", ignored -> NOON), "one");

    assertThat(client.take(1)).isEqualTo(1);
    assertThat(database().ask("SELECT account FROM ops.api_calls")).isEqualTo("acme");
  }

  @Test
  void the_table_may_be_made_again_and_by_several_at_once() throws Exception {
    database().execute("DROP TABLE inboxport_budget");

    atOnce(
        THREADS,
        () -> {
          JdbcRequestBudget.over(database()).createTables();
          return 0;
        });

    JdbcRequestBudget.over(database()).createTables();
    JdbcRequestBudget.over(database()).checkTables();
  }
}
