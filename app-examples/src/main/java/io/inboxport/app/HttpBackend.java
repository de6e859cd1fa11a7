package io.inboxport.app;

import static io.inboxport.app.BackendChoice.ACCOUNT;
import static io.inboxport.app.BackendChoice.KEY;

import com.google.inject.Module;
import io.inboxport.app.GlobalOptions.DataRegion;
import io.inboxport.budget.RequestBudget;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.http.Region;
import io.inboxport.http.guice.HttpInboxModule;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The API, as the options and the environment describe it. */
final class HttpBackend {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private HttpBackend() {}

  static Module module(CommandSession session) {
    var options = session.options();
    var url = baseUrl(session);
    var gateway = HttpInboxGateway.builder().region(region(session));
    if (url != null) {
      gateway = gateway.baseUrl(url);
    }
    gateway =
        // A sandbox takes any key, and nothing secret leaves this machine.
        isSandbox(session.console(), url)
            ? gateway.credentials(Credentials.of("sandbox", "sandbox"))
            : gateway.credentials(credentials(session.console()));
    var budget = budget(session);
    if (budget.kind() == BudgetChoice.Kind.UNLIMITED) {
      gateway = gateway.budget(RequestBudget.unlimited());
    } else if (budget.kind() != BudgetChoice.Kind.LOCAL) {
      gateway = gateway.budget(session.share(budget.open()));
    }
    if (options.timeout != null) {
      gateway =
          gateway
              .connectTimeout(options.timeout)
              .readTimeout(options.timeout)
              .deadline(options.timeout);
    }
    return new HttpInboxModule(gateway);
  }

  static String owner(CommandSession session) {
    var url = baseUrl(session);
    return session.console().variable(ACCOUNT) + "@" + (url == null ? region(session).url() : url);
  }

  /** Returns the place in which the requests of the account are counted. */
  static BudgetChoice budget(CommandSession session) {
    boolean sandbox = isSandbox(session.console(), baseUrl(session));
    return BudgetChoice.of(
        session.console(), session.options().budget, accountAndServer(session), sandbox);
  }

  static OutboxFile outboxFile(CommandSession session) {
    return OutboxFile.of(session.console());
  }

  /** Returns the name of the account in the outbox file of the user. */
  static String outboxAccount(CommandSession session) {
    return OwnerName.of(accountAndServer(session), "[^A-Za-z0-9.-]");
  }

  private static String accountAndServer(CommandSession session) {
    var url = baseUrl(session);
    var account =
        isSandbox(session.console(), url) ? "sandbox" : credentials(session.console()).account();
    return account + "@" + server(session, url);
  }

  /** The server, whose limits hold for every path on it. */
  private static String server(CommandSession session, @Nullable URI url) {
    var server = url == null ? region(session).url() : url;
    if (server.getHost() == null) {
      // The gateway refuses it.
      return "";
    }
    var host = server.getHost().toLowerCase(Locale.ROOT);
    boolean usual = server.getPort() < 0 || server.getPort() == 443;
    return usual ? host : host + ":" + server.getPort();
  }

  private static @Nullable URI baseUrl(CommandSession session) {
    if (session.options().baseUrl != null) {
      return withPath(session.options().baseUrl);
    }
    var url = session.console().variable("OKTOPOST_BASE_URL");
    return url.isEmpty() ? null : withPath(VocabularyReader.url(url));
  }

  /** The API lives below /v2 everywhere: a server named alone means that. */
  private static URI withPath(URI url) {
    var path = url.getRawPath();
    boolean serverAlone = url.getHost() != null && (path.isEmpty() || path.equals("/"));
    return serverAlone ? url.resolve("/v2") : url;
  }

  private static Region region(CommandSession session) {
    var chosen = session.options().region;
    var word = session.console().variable("OKTOPOST_REGION");
    if (chosen == null && !word.isEmpty()) {
      if (!word.equalsIgnoreCase("us") && !word.equalsIgnoreCase("eu")) {
        throw new IllegalArgumentException(
            "OKTOPOST_REGION is \"" + word + "\": set it to us or eu, or leave it out.");
      }
      return word.equalsIgnoreCase("eu") ? Region.EU : Region.US;
    }
    return chosen == DataRegion.EU ? Region.EU : Region.US;
  }

  /** Returns whether this is a server on this machine, called without an account. */
  private static boolean isSandbox(CommandConsole console, @Nullable URI url) {
    return !hasAccount(console)
        && url != null
        && url.getHost() != null
        && LOOPBACK.contains(url.getHost().toLowerCase(Locale.ROOT));
  }

  private static boolean hasAccount(CommandConsole console) {
    return !console.variable(ACCOUNT).isEmpty() && !console.variable(KEY).isEmpty();
  }

  private static Credentials credentials(CommandConsole console) {
    if (!hasAccount(console)) {
      throw new IllegalArgumentException(
          "The API needs an account id and a key: set " + ACCOUNT + " and " + KEY + ".");
    }
    return Credentials.of(console.variable(ACCOUNT), console.variable(KEY));
  }
}
