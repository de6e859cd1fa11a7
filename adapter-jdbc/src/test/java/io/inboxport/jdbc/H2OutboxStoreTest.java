package io.inboxport.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contract of stores on a file of H2. */
class H2OutboxStoreTest extends SchemaOutboxContract {
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
}
