package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxChange.Mark;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Outbox with 100,000 final entries and {@value #OPEN} open ones: it shows what a query reads.
 *
 * @param database the database, with an empty table
 */
record OldOutbox(DriverDatabase database) {
  static final int OPEN = 30;

  /** The number of entries that are listed. */
  static final int LISTED = 100;

  /** Fills the table. The numbers come from this expression of the database, as column i. */
  static OldOutbox fill(DriverDatabase database, String numbers) throws SQLException {
    database.execute(
        ("INSERT INTO inboxport_outbox (account, business_key, conversation, operation, state, phase,"
                + " fingerprint, attempts, created_at, changed_at, note)"
                + " SELECT 'acme', i, i %% 1000, 'ADD_NOTE',"
                + " CASE WHEN i %% 10 = 0 THEN 'REFUSED' ELSE 'DONE' END, 'FINAL', '%s', 1, 0, 0, ''"
                + " FROM %s")
            .formatted("0".repeat(64), numbers));
    assertThat(database.ask("SELECT COUNT(*) FROM inboxport_outbox")).isEqualTo("100000");
    var filled = new OldOutbox(database);
    for (int i = 0; i < OPEN; i++) {
      filled.addOpen(i);
    }
    return filled;
  }

  /** Adds more planned entries than there are final ones. The numbers are those of the old ones. */
  void addBacklog(String numbers) throws SQLException {
    database.execute(
        ("INSERT INTO inboxport_outbox (account, business_key, conversation, line, operation, state,"
                + " phase, fingerprint, attempts, created_at, due_at, changed_at, note)"
                + " SELECT 'acme', 200000 + i, i %% 1000, i %% 1000, 'ADD_NOTE', 'PLANNED', 'PLANNED',"
                + " '%s', 0, 0, 0, 0, '' FROM %s")
            .formatted("0".repeat(64), numbers));
  }

  private void addOpen(int number) {
    var key = OutboxKey.of("open-" + number);
    var conversation = ConversationId.of("eit" + number % 5);
    var content = Outbox.contentToPlan(key, new InboxWrite.AddNote(conversation, "Called back."));
    var doubt = number % 3 == 1 ? OutboxState.SENDING : OutboxState.IN_DOUBT;
    var first =
        number % 3 == 0
            ? OutboxChange.planned()
            : new OutboxChange(doubt, null, Duration.ZERO, Duration.ZERO, Mark.NONE, null, "");
    assertThat(store().add(key, content, first)).isTrue();
  }

  JdbcOutboxStore store() {
    return JdbcOutbox.over(database).account("acme");
  }

  /** The queries that must read nothing but open entries, by what they look for. */
  Map<String, BoundSql> queries(SqlDialect dialect) {
    var table =
        new OutboxTable(
            database, TableName.of(OutboxTable.STANDARD_NAME), Duration.ofSeconds(10), () -> 0);
    var open = EnumSet.complementOf(EnumSet.of(OutboxState.DONE, OutboxState.REFUSED));
    var queries = new LinkedHashMap<String, BoundSql>();
    var planned = table.nextPlanned(dialect, "acme");
    queries.put(
        "planned",
        dialect.locksWhatItReturns()
            ? planned.as(dialect.lockingRows(planned.text(), true))
            : planned);
    queries.put("doubtful", table.nextDoubtful(dialect, "acme"));
    queries.put("looked up", table.lookedUp(dialect, "acme"));
    queries.put("open", table.list(dialect, "acme", open, LISTED));
    return queries;
  }

  /** The rows of a statement, such as one that explains a query. */
  static List<String> rows(Connection connection, BoundSql sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql.text())) {
      sql.bind(statement);
      var lines = new ArrayList<String>();
      try (var rows = statement.executeQuery()) {
        int last = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          lines.add(rows.getString(last));
        }
      }
      return lines;
    }
  }
}
