package io.inboxport.fleet;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.file.FileRequestBudget;
import io.inboxport.budget.shared.SharedBudgetBuilder;
import io.inboxport.call.InboxException;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.jdbc.JdbcRequestBudget;
import io.inboxport.port.InboxGateway;
import io.inboxport.redis.JedisScriptRunner;
import io.inboxport.redis.RedisRequestBudget;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;
import redis.clients.jedis.RedisClient;

/**
 * Process of a fleet: many threads that read all the time, until its standard input ends or it is
 * killed. Its wall clock may be hours apart.
 */
final class FleetProcess {
  static final String ACCOUNT = "fleet";
  static final String KEY = "a-key-for-tests";
  static final Duration DEADLINE = Duration.ofSeconds(5);
  static final RequestLimits LIMITS =
      RequestLimits.documented().toBuilder().grace(Duration.ofSeconds(2)).build();

  private FleetProcess() {}

  /** Runs with the URL of the sandbox, the place of the store, the threads and a clock's error. */
  public static void main(String[] args) throws Exception {
    int threads = Integer.parseInt(args[2]);
    var clock = Clock.offset(Clock.systemUTC(), Duration.parse(args[3]));
    var budget = budget(URI.create(args[1])).limits(LIMITS).clock(clock).build();
    var gateway =
        HttpInboxGateway.builder()
            .baseUrl(URI.create(args[0]))
            .credentials(Credentials.of(ACCOUNT, KEY))
            .budget(budget)
            .deadline(DEADLINE)
            .build();
    for (int i = 0; i < threads; i++) {
      var thread = new Thread(() -> readForEver(gateway));
      thread.setDaemon(true);
      thread.start();
    }
    awaitEndOfInput();
  }

  private static SharedBudgetBuilder budget(URI store) {
    return switch (store.getScheme()) {
      case "file" -> FileRequestBudget.at(Path.of(store));
      case "redis" ->
          RedisRequestBudget.over(
              JedisScriptRunner.over(RedisClient.create(store.getHost(), store.getPort())),
              ACCOUNT);
      default -> JdbcRequestBudget.over(database(store)).account(ACCOUNT);
    };
  }

  static PGSimpleDataSource database(URI store) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {store.getHost()});
    source.setPortNumbers(new int[] {store.getPort()});
    source.setUser("postgres");
    source.setDatabaseName("postgres");
    source.setConnectTimeout(1);
    source.setSocketTimeout(2);
    return source;
  }

  private static void readForEver(InboxGateway gateway) {
    while (true) {
      try {
        gateway.list(ConversationQuery.all());
      } catch (InboxException refused) {
        // The sandbox counts what arrives; here nothing is left to do but to go on.
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitEndOfInput() throws IOException {
    while (System.in.read() >= 0) {
      Thread.onSpinWait();
    }
  }
}
