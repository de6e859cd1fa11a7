package io.inboxport.app;

import com.google.inject.Module;
import io.inboxport.app.GlobalOptions.DataRegion;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.http.Region;
import io.inboxport.http.guice.HttpInboxModule;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The API, as the options and the environment describe it. */
final class HttpBackend {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private HttpBackend() {}

  static Module module(Session session) {
    var options = session.options();
    var url = baseUrl(session);
    var gateway =
        HttpInboxGateway.builder()
            .credentials(credentials(session.console(), url))
            .region(region(session));
    if (url != null) {
      gateway = gateway.baseUrl(url);
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

  static String owner(Session session) {
    var url = baseUrl(session);
    return session.console().variable("OKTOPOST_ACCOUNT_ID")
        + "@"
        + (url == null ? region(session).url() : url);
  }

  private static @Nullable URI baseUrl(Session session) {
    if (session.options().baseUrl != null) {
      return session.options().baseUrl;
    }
    var url = session.console().variable("OKTOPOST_BASE_URL");
    return url.isEmpty() ? null : URI.create(url);
  }

  private static Region region(Session session) {
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

  private static Credentials credentials(Console console, @Nullable URI url) {
    var account = console.variable("OKTOPOST_ACCOUNT_ID");
    var key = console.variable("OKTOPOST_API_KEY");
    if (account.isEmpty() || key.isEmpty()) {
      if (url != null && url.getHost() != null && LOOPBACK.contains(url.getHost())) {
        // A sandbox takes anybody, and nothing secret leaves this machine.
        return Credentials.of("sandbox", "sandbox");
      }
      throw new IllegalArgumentException(
          "The API needs an account id and a key: set OKTOPOST_ACCOUNT_ID and OKTOPOST_API_KEY.");
    }
    return Credentials.of(account, key);
  }
}
