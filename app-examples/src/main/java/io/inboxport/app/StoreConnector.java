package io.inboxport.app;

import io.inboxport.budget.shared.BudgetStore;
import io.inboxport.budget.shared.BudgetStoreConnector;
import java.net.URI;
import java.util.Locale;

/**
 * Connector of the command line to the stores on servers. Its adapters and their drivers are not
 * part of the command line; a message says what to add.
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
   * @param account the name of the account in the store
   * @throws IllegalArgumentException when there is no such kind of store, or its driver is missing
   */
  static BudgetStore connect(String url, String account) {
    try {
      return BudgetStoreConnector.find(url, account);
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(
          refused.getMessage() + " INBOX_CLASS_PATH adds jars to the class path of inbox.");
    }
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
