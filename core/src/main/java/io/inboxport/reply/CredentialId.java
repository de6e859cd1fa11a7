package io.inboxport.reply;

import io.inboxport.text.IdRule;
import org.jspecify.annotations.Nullable;

/**
 * Id of a credential, the connected profile a reply is sent from, such as {@code
 * 003-001000000000001-9876}: opaque, compared as it stands, never parsed.
 *
 * @param value the server's own text, not blank
 */
public record CredentialId(String value) {
  /**
   * Creates the id.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public CredentialId {
    IdRule.check("credential id", value);
  }

  /**
   * Returns the id with this text.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public static CredentialId of(String value) {
    return new CredentialId(value);
  }

  // Written out, as a record's own is made at run time, and the start of a sandbox has a limit:
  // docs/performance-notes.md#the-start-of-the-sandbox.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CredentialId that && value.equals(that.value);
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
