package io.inboxport.app;

import io.inboxport.testkit.sandbox.Sandbox;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * User with a state folder of their own, who works on a sandbox.
 *
 * @param home the folder
 * @param sandbox the sandbox
 */
record OutboxUser(Path home, Sandbox sandbox) {
  static final String ID = "eit000000000001";

  Path folder() {
    return home.resolve("inbox");
  }

  Path file() {
    return folder().resolve("outbox.db");
  }

  Cli.Result run(String... line) {
    return Cli.piped()
        .with("XDG_STATE_HOME", home.toString())
        .run(words(List.of(line)).toArray(String[]::new));
  }

  /** The same line in a process of its own. */
  ProcessBuilder process(String... line) {
    var process = Cli.process(words(List.of(line)));
    process.environment().put("XDG_STATE_HOME", home.toString());
    return process;
  }

  private List<String> words(List<String> line) {
    var words = new ArrayList<>(line);
    words.addAll(List.of("--base-url", sandbox.url().toString()));
    return words;
  }

  /** Ends the leases, and makes it time to look: as if the user came back after lunch. */
  void leasesEnd() throws SQLException {
    update("UPDATE inboxport_outbox SET held_until = 0 WHERE held_until IS NOT NULL");
    update("UPDATE inboxport_outbox SET due_at = 0 WHERE due_at IS NOT NULL");
  }

  /** The same, and the attempts were so long ago that no server executes them any more. */
  void settlingTimePasses() throws SQLException {
    leasesEnd();
    update(
        "UPDATE inboxport_outbox SET begun_at = begun_at - 600000, ended_by = ended_by - 600000");
  }

  private void update(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
