package io.inboxport.app;

import io.inboxport.jdbc.JdbcOutbox;
import io.inboxport.outbox.OutboxStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * Outbox file of the user: an SQLite database that all processes of {@code inbox} share. Its owner
 * alone may read it, as it holds the texts of writes whose fate is open.
 *
 * @param path the file
 */
record OutboxFile(Path path) {
  private static final String NAME = "outbox.db";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Returns the file of this user; there may be none yet. */
  static OutboxFile of(CommandConsole console) {
    return new OutboxFile(StateFolder.of(console).resolve(NAME));
  }

  boolean exists() {
    return Files.exists(path);
  }

  /**
   * Opens the store of an account, and makes the file unless it exists.
   *
   * @throws UncheckedIOException when the file cannot be used
   */
  OutboxStore store(String account) {
    try {
      UserFiles.makeFolder(folder());
      UserFiles.makeFile(path);
      SqliteLibrary.keepIn(folder());
      var outbox = JdbcOutbox.over(database());
      if (Files.size(path) == 0) {
        outbox.createTables();
      }
      return outbox.account(account);
    } catch (IOException e) {
      throw unusable(e.getClass().getSimpleName() + " at " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      // Of the driver.
      throw unusable(String.valueOf(e.getMessage()), e);
    }
  }

  private UncheckedIOException unusable(String reason, Exception cause) {
    var message =
        "Nothing was sent, since the outbox cannot be kept in " + path + ": " + reason + ".";
    return new UncheckedIOException(new IOException(message, cause));
  }

  private Path folder() {
    return path.resolveSibling("");
  }

  private SQLiteDataSource database() {
    var config = new SQLiteConfig();
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout((int) PATIENCE.toMillis());
    // A text that is wiped is gone from the file, and not only from the table.
    config.setPragma(Pragma.SECURE_DELETE, "ON");
    var database = new SQLiteDataSource(config);
    database.setUrl("jdbc:sqlite:" + path);
    return database;
  }
}
