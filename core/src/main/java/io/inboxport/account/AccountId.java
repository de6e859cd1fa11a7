package io.inboxport.account;

import io.inboxport.text.IdRule;
import org.jspecify.annotations.Nullable;

/**
 * Id of an account, such as {@code 001000000000001}: opaque, compared as it stands, never parsed.
 *
 * @param value the server's own text, not blank
 */
public record AccountId(String value) {
  /**
   * Creates the id.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public AccountId {
    IdRule.check("account id", value);
  }

  /**
   * Returns the id with this text.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public static AccountId of(String value) {
    return new AccountId(value);
  }

  // Written out, as a record's own is made at run time, and the start of a sandbox has a limit:
  // docs/performance-notes.md#the-start-of-the-sandbox.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AccountId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
