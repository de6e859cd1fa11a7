package io.inboxport.conversation;

import io.inboxport.text.IdRule;
import org.jspecify.annotations.Nullable;

/**
 * Id of a user of the account, such as {@code 00A000000000001}: opaque, compared as it stands,
 * never parsed.
 *
 * @param value the server's own text, not blank
 */
public record UserId(String value) {
  /**
   * Creates the id.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public UserId {
    IdRule.check("user id", value);
  }

  /**
   * Returns the id with this text.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public static UserId of(String value) {
    return new UserId(value);
  }

  // Written out, as a record's own is made at run time, and the start of a sandbox has a limit:
  // docs/performance-notes.md#the-start-of-the-sandbox.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UserId that && value.equals(that.value);
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
