package io.inboxport.budget.shared;

import java.util.ServiceLoader;

/**
 * Connector to one kind of store by its URL. Adapters are found by the {@link ServiceLoader}, so
 * that an application can name its store in a setting.
 *
 * <p>URLs may hold a password. No message of a connector shows one.
 */
public interface BudgetStoreConnector {
  /** Returns whether this connects to the store at a URL. */
  boolean connectsTo(String url);

  /**
   * Connects to the store of an account. The connection lasts as long as the process.
   *
   * @param url the URL of the store
   * @param account 1 to 100 letters A to Z in either case, digits, dots, underscores and hyphens
   * @throws IllegalArgumentException when the URL or the account cannot be used, or a driver is
   *     missing; the message says what to add
   */
  BudgetStore connect(String url, String account);

  /**
   * Connects to the store of an account by the adapter for its URL.
   *
   * @param url such as {@code redis://cache.example:6379} or {@code jdbc:postgresql://…}
   * @param account 1 to 100 letters A to Z in either case, digits, dots, underscores and hyphens
   * @throws IllegalArgumentException when no adapter on the class path connects to it, or as {@link
   *     #connect}
   */
  static BudgetStore find(String url, String account) {
    for (var connector :
        ServiceLoader.load(
            BudgetStoreConnector.class, BudgetStoreConnector.class.getClassLoader())) {
      if (connector.connectsTo(url)) {
        return connector.connect(url, account);
      }
    }
    int colon = url.indexOf(':');
    throw new IllegalArgumentException(
        "No adapter on the class path keeps a budget at \""
            + (colon < 0 ? "" : url.substring(0, colon + 1))
            + "\": add inboxport-redis for redis:, or inboxport-jdbc for jdbc:, and its driver.");
  }
}
