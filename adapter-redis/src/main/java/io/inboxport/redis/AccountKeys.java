package io.inboxport.redis;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Keys of one account in Redis. The braces are a hash tag: a cluster keeps all keys of an account
 * on one server.
 *
 * @param ledger the hash with all but the requests
 * @param requests the requests, sorted by the moment at which they are counted
 * @param reads the reads among them
 * @param permits the kind of each request, and when it was granted
 * @param asked the processes, sorted by the moment at which they wanted permits last
 */
record AccountKeys(String ledger, String requests, String reads, String permits, String asked) {
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  static AccountKeys of(String account) {
    if (!ACCOUNT.matcher(account).matches()) {
      // The name is not told, since it may be a key after all.
      throw new IllegalArgumentException(
          "The name of an account in Redis must be 1 to 100 letters (a-z), digits, dots, underscores"
              + " and hyphens. It must not be a key or a secret: all who see Redis see it.");
    }
    var prefix = "inboxport:{" + account + "}:budget:";
    return new AccountKeys(
        prefix + "ledger",
        prefix + "requests",
        prefix + "reads",
        prefix + "permits",
        prefix + "asked");
  }

  List<String> all() {
    return List.of(ledger, requests, reads, permits, asked);
  }
}
