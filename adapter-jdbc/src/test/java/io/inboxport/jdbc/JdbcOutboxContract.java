package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxAttempt;
import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxChange.Mark;
import io.inboxport.outbox.OutboxCondition;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.OutboxUnavailable;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.testkit.contract.OutboxStoreContract;
import io.inboxport.testkit.crash.OutboxStage;
import io.inboxport.timeline.TimelineEntryId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of the outbox's table on every database, and of planning in a caller's transaction. */
abstract class JdbcOutboxContract extends OutboxStoreContract {
  static final OutboxKey KEY = OutboxKey.of("ticket-4711/1");
  static final Duration HOLD = Duration.ofMinutes(5);

  /** The database of these tests; it has the user's rights to make tables. */
  abstract DriverDatabase database();

  @BeforeEach
  void make_a_new_table() throws Exception {
    database().execute("DROP TABLE IF EXISTS inboxport_outbox");
    JdbcOutbox.over(database()).createTables();
  }

  @Override
  protected final OutboxStage freshStage() {
    return new JdbcOutboxStage(database());
  }

  JdbcOutboxStore store() {
    return JdbcOutbox.over(database()).account("acme");
  }

  static InboxWrite note(String text) {
    return new InboxWrite.AddNote(ConversationId.of("eit000000000001"), text);
  }

  static OutboxChange done() {
    return new OutboxChange(OutboxState.DONE, null, Duration.ZERO, null, Mark.NONE, null, "");
  }

  @Test
  void a_write_is_planned_when_the_caller_commits_and_not_before() throws Exception {
    try (var connection = database().getConnection()) {
      connection.setAutoCommit(false);
      assertThat(store().plan(connection, KEY, note("Called back."))).isTrue();
      connection.rollback();
      assertThat(store().find(KEY)).isEmpty();

      assertThat(store().plan(connection, KEY, note("Called back."))).isTrue();
      connection.commit();
    }

    var planned = store().takePlanned("worker-1", HOLD).orElseThrow();
    assertThat(planned.key()).isEqualTo(KEY);
    assertThat(planned.write()).contains(note("Called back."));
  }

  @Test
  void the_connection_of_a_plan_stays_as_it_was() throws Exception {
    try (var connection = database().getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      connection.setAutoCommit(false);

      store().plan(connection, KEY, note("Called back."));
      store().plan(connection, KEY, note("Called back."));

      assertThat(connection.isClosed()).isFalse();
      assertThat(connection.getAutoCommit()).isFalse();
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
      connection.rollback();
    }
    assertThat(store().find(KEY)).isEmpty();
  }

  @Test
  void a_plan_without_a_transaction_counts_at_once() throws Exception {
    try (var connection = database().getConnection()) {
      assertThat(store().plan(connection, KEY, note("Called back."))).isTrue();
      assertThat(store().find(KEY)).isPresent();
      assertThat(store().plan(connection, KEY, note("Called back."))).isFalse();
    }
  }

  @Test
  void the_same_plan_again_changes_nothing_and_another_is_refused() throws Exception {
    try (var connection = database().getConnection()) {
      connection.setAutoCommit(false);
      store().plan(connection, KEY, note("Called back."));

      assertThat(store().plan(connection, KEY, note("Called back."))).isFalse();
      assertThatThrownBy(() -> store().plan(connection, KEY, note("No answer.")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("ticket-4711/1", "another write");

      // The transaction of the caller goes on.
      assertThat(store().plan(connection, OutboxKey.of("ticket-4711/2"), note("Two."))).isTrue();
      connection.commit();
    }

    assertThat(store().list(EnumSet.of(OutboxState.PLANNED), 3)).hasSize(2);
  }

  @Test
  void a_key_whose_fate_is_final_is_not_planned_again() throws Exception {
    var content = Outbox.contentToPlan(KEY, note("Called back."));
    assertThat(store().add(KEY, content, done())).isTrue();

    try (var connection = database().getConnection()) {
      assertThat(store().plan(connection, KEY, note("Called back."))).isFalse();
      assertThatThrownBy(() -> store().plan(connection, KEY, note("No answer.")))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(store().takePlanned("worker-1", HOLD)).isEmpty();
  }

  @Test
  void a_write_that_no_column_holds_is_refused_with_the_limit() {
    var id = ConversationId.of("eit1");
    var write = new InboxWrite.Reply(id, ReplyDraft.of("x".repeat(16_777_215)));
    var content = Outbox.contentToPlan(KEY, write);

    assertThatThrownBy(() -> store().add(KEY, content, OutboxChange.planned()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("16777215 bytes", "attach less");
    assertThat(store().find(KEY)).isEmpty();
  }

  @Test
  void a_conversation_whose_id_is_too_long_is_refused_with_the_limit() throws Exception {
    var fitting = new InboxWrite.AddNote(ConversationId.of("e".repeat(255)), "Called back.");
    var write = new InboxWrite.AddNote(ConversationId.of("e".repeat(256)), "Called back.");
    var content = Outbox.contentToPlan(KEY, write);
    try (var connection = database().getConnection()) {
      for (Callable<?> use :
          List.<Callable<?>>of(
              () -> store().plan(connection, KEY, write),
              () -> store().add(KEY, content, OutboxChange.planned()))) {
        assertThatThrownBy(use::call)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContainingAll("255", "256");
      }
      assertThat(store().find(KEY)).isEmpty();

      assertThat(store().plan(connection, KEY, fitting)).isTrue();
    }
    assertThat(store().takePlanned("worker-1", HOLD).orElseThrow().write()).contains(fitting);
  }

  @Test
  void a_newest_entry_whose_id_is_too_long_counts_as_unknown() {
    var content = Outbox.contentToPlan(KEY, note("Called back."));
    for (int length : new int[] {255, 256}) {
      var newest = TimelineEntryId.of("e".repeat(length));
      var begin = new OutboxChange(OutboxState.SENDING, "one", HOLD, HOLD, Mark.BEGIN, newest, "");
      var key = OutboxKey.of("key-" + length);
      assertThat(store().add(key, content, begin)).isTrue();

      assertThat(store().find(key).orElseThrow().lastAttempt())
          .extracting(OutboxAttempt::newestBefore)
          .isEqualTo(length == 255 ? newest : null);
    }
  }

  @Test
  void a_missing_table_is_told_with_the_file_that_makes_it() throws Exception {
    database().execute("DROP TABLE inboxport_outbox");

    for (Callable<?> use :
        List.<Callable<?>>of(
            () -> {
              JdbcOutbox.over(database()).checkTables();
              return 0;
            },
            () -> store().find(KEY))) {
      assertThatThrownBy(use::call)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll("no table inboxport_outbox", "createTables()", file());
    }
  }

  private String file() throws SQLException {
    try (var connection = database().getConnection()) {
      return SqlDialect.of(connection).scriptFile("outbox");
    }
  }

  @Test
  void a_missing_column_is_told_with_the_file_that_has_it() throws Exception {
    database().execute("ALTER TABLE inboxport_outbox DROP COLUMN note");

    assertThatThrownBy(() -> JdbcOutbox.over(database()).checkTables())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("inboxport_outbox", "no column note", file());
  }

  @Test
  void tables_with_other_names_have_indexes_of_their_own_and_may_be_made_again() throws Exception {
    for (var name : List.of("writes", "inboxport_outbox_eu", "w".repeat(63))) {
      database().execute("DROP TABLE IF EXISTS " + name);
      var outboxes = JdbcOutbox.over(database()).table(name);
      outboxes.createTables();
      outboxes.createTables();
      outboxes.checkTables();
      try (var connection = database().getConnection()) {
        assertThat(outboxes.account("acme").plan(connection, KEY, note("Called back."))).isTrue();
      }

      assertThat(database().ask("SELECT account FROM " + name)).isEqualTo("acme");
      assertThat(indexes(name))
          .contains(
              "[account, business_key]", "[account, phase, position]", "[account, line, position]");
    }
    assertThat(store().find(KEY)).isEmpty();
  }

  /** The columns of each index of a table. */
  private List<String> indexes(String table) throws SQLException {
    try (var connection = database().getConnection()) {
      var data = connection.getMetaData();
      var name = data.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
      var columns = new TreeMap<String, List<String>>();
      try (var rows = data.getIndexInfo(connection.getCatalog(), null, name, false, false)) {
        while (rows.next()) {
          columns
              .computeIfAbsent(rows.getString("INDEX_NAME"), index -> new ArrayList<>())
              .add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
        }
      }
      return columns.values().stream().map(List::toString).toList();
    }
  }

  @Test
  void the_table_holds_no_text_once_the_fate_is_final() throws Exception {
    var content = Outbox.contentToPlan(KEY, note("Called back."));
    assertThat(store().add(KEY, content, OutboxChange.planned())).isTrue();
    assertThat(database().ask("SELECT COUNT(*) FROM inboxport_outbox WHERE content IS NULL"))
        .isEqualTo("0");

    var planned = OutboxCondition.free(OutboxState.PLANNED);
    assertThat(store().change(KEY, planned, done())).isTrue();

    assertThat(database().ask("SELECT COUNT(*) FROM inboxport_outbox WHERE content IS NULL"))
        .isEqualTo("1");
  }

  @Test
  void a_connection_goes_back_as_it_came() throws Exception {
    for (boolean autoCommit : new boolean[] {true, false}) {
      try (var pool = new KeptConnection(database())) {
        pool.connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        pool.connection.setAutoCommit(autoCommit);
        var store = JdbcOutbox.over(pool).account("kept-" + autoCommit);

        var content = Outbox.contentToPlan(KEY, note("Called back."));
        assertThat(store.add(KEY, content, OutboxChange.planned())).isTrue();
        assertThat(store.add(KEY, content, OutboxChange.planned())).isFalse();
        assertThat(store.find(KEY)).isPresent();
        assertThat(store.takePlanned("worker-1", HOLD)).isPresent();
        assertThat(store.takeDoubtful("worker-1", HOLD)).isEmpty();

        assertThat(pool.lent()).isZero();
        assertThat(pool.connection.getAutoCommit()).isEqualTo(autoCommit);
        assertThat(pool.connection.getTransactionIsolation())
            .isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
      }
    }
  }

  @Test
  void an_entry_of_a_newer_version_is_told_as_such() throws Exception {
    assertThat(store().add(KEY, Outbox.contentToPlan(KEY, note("Hi.")), OutboxChange.planned()))
        .isTrue();
    database().execute("UPDATE inboxport_outbox SET operation = 'FORWARD'");

    assertThatThrownBy(() -> store().find(KEY))
        .isInstanceOf(OutboxUnavailable.class)
        .hasMessageContainingAll("inboxport_outbox", "newer version");
  }
}
