package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.budget.shared.BudgetLedger;
import io.inboxport.budget.shared.BudgetStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract of the store on every database, beside that of every shared budget. */
abstract class JdbcStoreContract extends JdbcTableContract {
  private final AtomicInteger accounts = new AtomicInteger();
  private @Nullable KeptConnection kept;

  /** The database of the tests with thousands of exchanges. */
  DriverDatabase quickDatabase() throws Exception {
    return database();
  }

  @Override
  protected BudgetStore store(LongSupplier millis) throws Exception {
    if (kept == null) {
      kept = new KeptConnection(quickDatabase());
      JdbcRequestBudget.over(kept).createTables();
    }
    return JdbcRequestBudget.over(kept)
        .store("contract-" + accounts.incrementAndGet(), ignored -> millis.getAsLong());
  }

  @AfterEach
  void close_the_connection() throws Exception {
    if (kept != null) {
      kept.close();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_answers_are_those_of_a_ledger_beside_it(long seed) throws Exception {
    var exchanges = new RandomExchanges(seed);
    var time = new AtomicLong();
    var store = store(time::get);
    int granted = 0;
    for (int i = 0; i < 150; i++) {
      time.set(exchanges.nextTime());
      var exchange = exchanges.next();
      var ledger = BudgetLedger.of(store.look().toBytes());

      var expected = ledger.exchange(exchange, time.get(), 0);
      var answer = store.exchange(exchange);

      // A new epoch is a random number.
      boolean isNew = answer.epoch() != expected.epoch();
      assertThat(answer).usingRecursiveComparison().ignoringFields("epoch").isEqualTo(expected);
      assertThat(isNew || Arrays.equals(store.look().toBytes(), ledger.toBytes())).isTrue();
      exchanges.answered(answer);
      granted += answer.writes() + answer.reads();
    }

    assertThat(granted).isGreaterThan(40);
  }

  @Test
  void threads_that_come_at_once_get_the_limit_and_not_one_more() throws Exception {
    var names = new AtomicInteger();

    var taken =
        atOnce(
            THREADS,
            () -> {
              try (var connection = new KeptConnection(database())) {
                var store = JdbcRequestBudget.over(connection).store("acme", ignored -> NOON);
                return takeOneByOne(new StoreClient(store, "it-" + names.getAndIncrement()), 15);
              }
            });

    assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
    assertThat(version()).isEqualTo(THREADS * 15);
  }

  private static int takeOneByOne(StoreClient client, int times) throws Exception {
    int taken = 0;
    for (int i = 0; i < times; i++) {
      taken += client.take(1);
    }
    return taken;
  }

  @Test
  void two_processes_that_come_at_once_get_the_limit_and_not_one_more() throws Exception {
    try (var one = new TakingProcess(url(), "one", 50, NOON);
        var two = new TakingProcess(url(), "two", 50, NOON)) {
      one.start();
      two.start();

      assertThat(one.taken() + two.taken()).isEqualTo(60);
    }
    assertThat(version()).isEqualTo(100);
  }

  private String url() throws Exception {
    return database().url();
  }

  private long version() throws Exception {
    return Long.parseLong(database().ask("SELECT version FROM inboxport_budget"));
  }

  @Test
  void the_time_is_the_databases_and_goes_on_with_every_exchange_of_a_connection()
      throws Exception {
    try (var kept = new KeptConnection(database())) {
      var store = JdbcRequestBudget.over(kept).store("acme", LongUnaryOperator.identity());
      var client = new StoreClient(store, "one");
      long before = System.currentTimeMillis();

      long first = client.ask(1).time();
      long last = first;
      while (last < first + 3) {
        last = client.ask(0).time();
      }

      assertThat(first).isBetween(before - 1, System.currentTimeMillis());
      assertThat(last).isBetween(first, System.currentTimeMillis());
    }
  }

  @Test
  void the_time_never_runs_backwards() throws Exception {
    var late = new StoreClient(storeAtNoon("acme"), "late");
    var early = new StoreClient(store("acme", ignored -> NOON - 3_600_000), "early");

    late.take(60);

    assertThat(early.ask(1).time()).isEqualTo(NOON);
    assertThat(early.take(1)).isZero();
  }

  @Test
  void accounts_do_not_share_and_are_told_apart_by_case() throws Exception {
    assertThat(new StoreClient(storeAtNoon("acme"), "one").take(60)).isEqualTo(60);
    assertThat(new StoreClient(storeAtNoon("Acme"), "one").take(60)).isEqualTo(60);
    assertThat(new StoreClient(storeAtNoon("acme"), "two").take(1)).isZero();
  }

  @Test
  void looking_changes_nothing_and_waits_for_no_lock() throws Exception {
    var store = storeAtNoon("acme");
    assertThat(store.look().toBytes()).isEqualTo(new BudgetLedger().toBytes());
    assertThat(database().ask("SELECT COUNT(*) FROM inboxport_budget")).isEqualTo("0");
    var seen = new ArrayList<byte[]>();
    LongUnaryOperator looks =
        ignored -> {
          seen.add(look(store));
          return NOON;
        };

    new StoreClient(store("acme", looks), "one").take(1);

    assertThat(seen).containsExactly(new BudgetLedger().toBytes());
    assertThat(store.look().toBytes()).isNotEqualTo(seen.get(0));
    assertThat(version()).isEqualTo(1);
  }

  private static byte[] look(BudgetStore store) {
    try {
      return store.look().toBytes();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void the_first_exchanges_of_an_account_may_come_at_once() throws Exception {
    var names = new AtomicInteger();

    var taken =
        atOnce(
            THREADS,
            () -> new StoreClient(storeAtNoon("new"), "it-" + names.getAndIncrement()).take(1));

    assertThat(taken).hasSize(THREADS).containsOnly(1);
    assertThat(database().ask("SELECT COUNT(*) FROM inboxport_budget")).isEqualTo("1");
  }

  @Test
  void a_connection_goes_back_as_it_came() throws Exception {
    try (var kept = new KeptConnection(database())) {
      var connection = kept.connection;
      var client =
          new StoreClient(JdbcRequestBudget.over(kept).store("acme", ignored -> NOON), "one");
      for (var autoCommit : List.of(true, false)) {
        connection.setAutoCommit(autoCommit);
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        int timeout = connection.getNetworkTimeout();

        assertThat(client.take(1)).isEqualTo(1);

        assertThat(kept.lent()).isZero();
        assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
        assertThat(connection.getTransactionIsolation())
            .isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        assertThat(connection.getNetworkTimeout()).isEqualTo(timeout);
      }
    }
  }

  @Test
  void an_exchange_that_fails_midway_leaves_neither_a_lock_nor_a_trace() throws Exception {
    var client = new StoreClient(storeAtNoon("acme"), "one");
    client.take(1);
    try (var kept = new KeptConnection(database())) {
      LongUnaryOperator fails =
          ignored -> {
            throw new IllegalStateException("midway");
          };
      var failing = JdbcRequestBudget.over(kept).store("acme", fails);

      assertThatThrownBy(() -> new StoreClient(failing, "two").take(1)).hasMessage("midway");

      assertThat(kept.lent()).isZero();
      assertThat(version()).isEqualTo(1);
      assertThat(client.take(60)).isEqualTo(59);
      assertThat(kept.connection.getAutoCommit()).isTrue();
      var sound = JdbcRequestBudget.over(kept).store("acme", ignored -> NOON);
      assertThat(new StoreClient(sound, "three").take(1)).isZero();
    }
  }

  @Test
  void a_damaged_ledger_grants_nothing_until_its_row_is_deleted() throws Exception {
    var client = new StoreClient(storeAtNoon("acme"), "one");
    client.take(1);
    damage("acme");

    assertThatThrownBy(() -> client.take(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("acme", "inboxport_budget", "cannot be read", "delete the row");
    assertThatThrownBy(() -> storeAtNoon("acme").look()).isInstanceOf(IllegalStateException.class);
    assertThat(version()).isEqualTo(1);

    database().execute("DELETE FROM inboxport_budget");
    var answer = client.ask(1);
    assertThat(answer.lost()).isTrue();
    assertThat(answer.writes()).isZero();
    assertThat(new StoreClient(storeAtNoon("acme"), "new").take(1)).isZero();
  }

  private void damage(String account) throws Exception {
    try (var connection = database().getConnection();
        var update =
            connection.prepareStatement(
                "UPDATE inboxport_budget SET ledger = ? WHERE account = ?")) {
      update.setBytes(1, new byte[] {1, 2, 3});
      update.setString(2, account);
      update.executeUpdate();
    }
  }

  @Test
  void a_ledger_of_many_requests_and_processes_fits() throws Exception {
    var store = store(() -> NOON);
    for (int i = 0; i < 100; i++) {
      new StoreClient(store, "a-machine-with-a-long-name.example.org-" + i).take(1);
    }

    assertThat(store.look().toBytes()).hasSizeGreaterThan(4_000);
  }

  /** Waits for no longer than a test may take. */
  static void assertSoon(Duration most, Callable<?> task) {
    long start = System.nanoTime();
    assertThatThrownBy(task::call).isInstanceOf(SQLException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(most);
  }
}
