package io.inboxport.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.jdbc.JdbcOutbox;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxResult.Outcome;
import io.inboxport.reply.ReplyDraft;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Outbox over a database that writes each commit to the disk, and the twin behind it. */
final class OutboxRig implements AutoCloseable {
  private static final int CONVERSATIONS = 100;

  final String name;
  final HikariDataSource pool;
  final InMemoryInboxGateway twin = InMemoryInboxGateway.create();
  final List<ConversationId> conversations = new ArrayList<>();
  private final Outbox outbox;
  private final Closeable server;

  private OutboxRig(String name, String url, Closeable server) throws SQLException {
    this.name = name;
    this.server = server;
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(2);
    this.pool = new HikariDataSource(config);
    var outboxes = JdbcOutbox.over(pool);
    outboxes.createTables();
    this.outbox = Outbox.over(twin, outboxes.account("race")).build();
    for (int i = 0; i < CONVERSATIONS; i++) {
      conversations.add(twin.receive(InboundItem.post()));
    }
  }

  static OutboxRig postgres() throws IOException, SQLException {
    var server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    return new OutboxRig("PostgreSQL", server.getJdbcUrl("postgres", "postgres"), server);
  }

  static OutboxRig h2() throws IOException, SQLException {
    Path folder = Files.createTempDirectory("inboxport-outbox");
    var url = "jdbc:h2:" + folder.resolve("outbox") + ";WRITE_DELAY=0";
    return new OutboxRig("H2", url, () -> delete(folder));
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** Lets the database see that the table has grown, as it does by itself every minute. */
  void analyze() throws SQLException {
    try (var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("ANALYZE");
    }
  }

  private InboxWrite write(int number) {
    var id = conversations.get(number % CONVERSATIONS);
    return new InboxWrite.Reply(id, ReplyDraft.of("Answer " + number + " to your question."));
  }

  /** Sends one reply. */
  void reply(int number) {
    once("reply-" + number, write(number));
  }

  /** Sends one write that needs nothing read before. */
  void change(int number) {
    var id = conversations.get(number % CONVERSATIONS);
    once("change-" + number, new InboxWrite.SetStatus(id, Status.OPEN));
  }

  private void once(String key, InboxWrite write) {
    var result = outbox.once(OutboxKey.of(key), write);
    if (result.outcome() != Outcome.SENT) {
      throw new IllegalStateException(result.toString());
    }
  }

  /** Plans replies. */
  void plan(int from, int count) {
    for (int number = from; number < from + count; number++) {
      outbox.plan(OutboxKey.of("plan-" + number), write(number));
    }
  }

  /** Sends what is planned, so many at most. Returns how many replies there were. */
  int drain(int most) {
    return outbox.drain(most).done();
  }

  @Override
  public void close() throws IOException {
    pool.close();
    server.close();
  }
}
