package io.inboxport.jdbc;

import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same on a database in memory: a thousand courses on a disk would take minutes. */
abstract class MemoryOutboxCrash extends JdbcOutboxCrash {
  private final DriverDatabase database;
  private Connection open;

  MemoryOutboxCrash(String url) {
    this.database = new DriverDatabase(url);
  }

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
