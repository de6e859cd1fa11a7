package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contract of stores on a file of H2. */
class H2OutboxStoreTest extends SchemaOutboxContract {
  private static final String NUMBERS = "(SELECT x AS i FROM SYSTEM_RANGE(1, 100000))";

  @TempDir Path folder;
  private Connection open;

  @Override
  DriverDatabase database() {
    return new DriverDatabase("jdbc:h2:" + folder.resolve("outbox") + ";WRITE_DELAY=0");
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
  void a_file_that_is_written_late_is_refused_with_the_remedy() throws Exception {
    var late = new DriverDatabase("jdbc:h2:" + folder.resolve("late"));
    JdbcOutbox.over(late).createTables();

    assertThatThrownBy(() -> JdbcOutbox.over(late).checkTables())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("The outbox", "WRITE_DELAY is 500", ";WRITE_DELAY=0");
  }

  @Test
  void a_hundred_thousand_old_entries_are_not_read_to_find_the_open_ones() throws Exception {
    var memory = new DriverDatabase("jdbc:h2:mem:old");
    try (var connection = memory.getConnection()) {
      JdbcOutbox.over(memory).createTables();
      var old = OldOutbox.fill(memory, NUMBERS);
      readAtMost(3 * OldOutbox.OPEN, old, connection);
    }
  }

  @Test
  void a_long_backlog_is_not_read_to_find_the_next_entry() throws Exception {
    var memory = new DriverDatabase("jdbc:h2:mem:backlog");
    try (var connection = memory.getConnection()) {
      JdbcOutbox.over(memory).createTables();
      var old = OldOutbox.fill(memory, NUMBERS);
      old.addBacklog(NUMBERS);
      memory.execute("ANALYZE");

      readAtMost(3 * OldOutbox.LISTED, old, connection);
    }
  }

  private static void readAtMost(int most, OldOutbox outbox, Connection connection)
      throws Exception {
    for (var query : outbox.queries(SqlDialect.H2).entrySet()) {
      var explain = query.getValue().as("EXPLAIN ANALYZE " + query.getValue().text());

      var plan = String.join("\n", OldOutbox.rows(connection, explain));

      assertThat(plan).as(query.getKey()).contains("INBOXPORT_OUTBOX_PHASE: ");
      var scanned = Pattern.compile("scanCount: (\\d+)").matcher(plan).results();
      assertThat(scanned.mapToInt(count -> Integer.parseInt(count.group(1))).sum())
          .as("rows read to find those that are " + query.getKey())
          .isBetween(1, most);
    }
  }
}
