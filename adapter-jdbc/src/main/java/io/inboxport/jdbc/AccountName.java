package io.inboxport.jdbc;

import java.util.regex.Pattern;

/** Rule for the names of accounts in a table. */
final class AccountName {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  private AccountName() {}

  /** Returns the name if it keeps to the rule. */
  static String check(String account) {
    if (!NAME.matcher(account).matches()) {
      throw new IllegalArgumentException(
          "The name of an account in a shared table is 1 to 100 letters A to Z, digits, dots,"
              + " underscores and hyphens. It is readable by operators: never use a key or another"
              + " secret.");
    }
    return account;
  }
}
