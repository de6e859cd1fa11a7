package io.inboxport.app;

import io.inboxport.budget.shared.BudgetStore;
import java.net.URI;
import java.util.Locale;

/**
 * Connector of the command line to the stores on servers. This is the place to plug in an adapter:
 * its driver may be missing on the class path, and the connector then says what to add.
 */
final class StoreConnector {
  private StoreConnector() {}

  /** Returns whether this names a store on a server, and no file. */
  static boolean isServer(String location) {
    return !scheme(location).isEmpty();
  }

  /**
   * Connects to the store at this URL.
   *
   * @throws IllegalArgumentException when there is no such kind of store, or its driver is missing
   */
  static BudgetStore connect(String url) {
    switch (scheme(url)) {
      case "redis", "rediss" -> throw missing("Redis", "inboxport-redis and Jedis");
      case "jdbc" -> throw missing("a database", "inboxport-jdbc and the driver of the database");
      default ->
          throw new IllegalArgumentException(
              "There is no budget at \""
                  + scheme(url)
                  + ":\": give local, a file, redis://HOST:PORT or jdbc:….");
    }
  }

  private static IllegalArgumentException missing(String store, String jars) {
    return new IllegalArgumentException(
        "A budget in "
            + store
            + " needs more on the class path: add "
            + jars
            + " with INBOX_CLASS_PATH.");
  }

  /** Names the server, without the user, the password and the options that a URL may hold. */
  static String describe(String url) {
    var scheme = scheme(url);
    if (scheme.equals("jdbc")) {
      // The rest has another form for each driver.
      var driver = url.substring("jdbc:".length()).split("[^a-zA-Z0-9]", 2)[0];
      return "jdbc:" + driver;
    }
    try {
      var uri = URI.create(url);
      var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return uri.getHost() == null ? scheme : scheme + "://" + uri.getHost() + port;
    } catch (IllegalArgumentException unreadable) {
      return scheme;
    }
  }

  /** The scheme in lower case; empty for a path. One letter is a drive. */
  private static String scheme(String location) {
    int colon = location.indexOf(':');
    boolean known = colon > 1 && location.substring(0, colon).matches("[a-zA-Z][a-zA-Z0-9+.-]*");
    boolean isUrl = known && (location.startsWith("//", colon + 1) || isJdbc(location, colon));
    return isUrl ? location.substring(0, colon).toLowerCase(Locale.ROOT) : "";
  }

  private static boolean isJdbc(String location, int colon) {
    return location.substring(0, colon).equalsIgnoreCase("jdbc");
  }
}
