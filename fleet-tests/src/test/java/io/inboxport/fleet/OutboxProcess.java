package io.inboxport.fleet;

import io.inboxport.budget.LocalRequestBudget;
import io.inboxport.budget.MonotonicTime;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.jdbc.JdbcOutbox;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxUnavailable;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Process that sends what is planned and looks up what others left behind, until it is killed. */
final class OutboxProcess {
  static final String ACCOUNT = "acme";
  static final String KEY = "a-key-for-tests";
  static final Duration DEADLINE = Duration.ofSeconds(2);
  static final Duration LEASE = Duration.ofSeconds(3);
  static final Duration SETTLING = Duration.ofSeconds(1);

  private OutboxProcess() {}

  /** Runs with the URL of the sandbox and that of the database. */
  public static void main(String[] args) throws Exception {
    var database = database(args[1]);
    var outbox = outbox(URI.create(args[0]), database);
    while (true) {
      // Else H2 would close its file after each transaction.
      try (var open = database.getConnection()) {
        open.setReadOnly(true);
        work(outbox);
      } catch (SQLException | OutboxUnavailable away) {
        // The database was killed, or is one of the processes that were.
        Thread.sleep(100);
      }
    }
  }

  private static void work(Outbox outbox) throws InterruptedException {
    while (true) {
      if (outbox.drain(20).total() + outbox.recover(20).total() == 0) {
        Thread.sleep(30);
      }
    }
  }

  private static Outbox outbox(URI server, DataSource database) {
    var gateway =
        HttpInboxGateway.builder()
            .baseUrl(server)
            .credentials(Credentials.of(ACCOUNT, KEY))
            .budget(LocalRequestBudget.unlimited(MonotonicTime.SYSTEM, Clock.systemUTC()))
            .deadline(DEADLINE)
            .build();
    // Everything is offered again, also what a look found without effect.
    return Outbox.over(gateway, JdbcOutbox.over(database).account(ACCOUNT))
        .lease(LEASE)
        .settlingFor(SETTLING)
        .policy((entry, failure, now) -> Optional.of(Duration.ofMillis(50)))
        .build();
  }

  static DataSource database(String url) {
    if (url.startsWith("jdbc:h2:")) {
      var h2 = new JdbcDataSource();
      h2.setURL(url);
      return h2;
    }
    var postgres = new PGSimpleDataSource();
    postgres.setUrl(url);
    postgres.setConnectTimeout(2);
    postgres.setSocketTimeout(5);
    return postgres;
  }
}
