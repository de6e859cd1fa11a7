package io.inboxport.http;

import io.inboxport.account.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account and an API key of one of its users, sent as HTTP Basic. Immutable; nothing it prints
 * or throws holds the key.
 *
 * <p>Not to be confused with {@link io.inboxport.reply.CredentialId}, which names the profile that
 * a reply is sent from.
 */
public final class Credentials {
  private final AccountId account;
  private final String apiKey;

  private Credentials(AccountId account, String apiKey) {
    this.account = account;
    this.apiKey = apiKey;
  }

  /**
   * The credentials of this account and key.
   *
   * @throws IllegalArgumentException when either is blank, the account id is {@code "."}, {@code
   *     ".."} or not well-formed, or holds a colon, which Basic authentication cannot send, or the
   *     key has white space around it
   */
  public static Credentials of(String accountId, String apiKey) {
    var account = AccountId.of(accountId);
    if (accountId.indexOf(':') >= 0) {
      // Without the id, which may be a pair of id and key.
      throw new IllegalArgumentException(
          "The account id holds a colon: give the id alone, and the API key as the second"
              + " argument.");
    }
    Objects.requireNonNull(apiKey, "API key");
    if (apiKey.isBlank() || !apiKey.strip().equals(apiKey)) {
      throw new IllegalArgumentException(
          "The API key is blank or has white space around it: give the key alone.");
    }
    return new Credentials(account, apiKey);
  }

  /** The account. */
  public AccountId account() {
    return account;
  }

  /** The key, which must never come back out of an error message. */
  String apiKey() {
    return apiKey;
  }

  /** The word behind Basic; it tells the key to every reader that decodes it. */
  String token() {
    var pair = account.value() + ":" + apiKey;
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns whether the other one has the same account and key. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Credentials credentials
        && account.equals(credentials.account)
        && apiKey.equals(credentials.apiKey);
  }

  @Override
  public int hashCode() {
    return Objects.hash(account, apiKey);
  }

  @Override
  public String toString() {
    return "Credentials[" + account + "]";
  }
}
