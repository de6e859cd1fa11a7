package io.inboxport.jdbc;

import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class SqliteOutboxCrashTest extends JdbcOutboxCrash {
  // In memory: a thousand courses on a disk would take minutes.
  private final DriverDatabase database =
      new DriverDatabase("jdbc:sqlite:file:crash?mode=memory&cache=shared");
  private Connection open;

  @BeforeEach
  void make_the_table() throws Exception {
    open = database.getConnection();
    JdbcOutbox.over(database).createTables();
  }

  @AfterEach
  void close() throws Exception {
    open.close();
  }

  @Override
  DataSource database() {
    return database;
  }
}
