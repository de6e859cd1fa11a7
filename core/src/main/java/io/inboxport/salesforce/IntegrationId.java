package io.inboxport.salesforce;

import io.inboxport.text.IdRule;
import org.jspecify.annotations.Nullable;

/**
 * Id of a Salesforce case integration of the account, such as {@code sfint00000000001}: opaque,
 * compared as it stands, never parsed.
 *
 * @param value the server's own text, not blank
 */
public record IntegrationId(String value) {
  /**
   * Creates the id.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public IntegrationId {
    IdRule.check("integration id", value);
  }

  /**
   * Returns the id with this text.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public static IntegrationId of(String value) {
    return new IntegrationId(value);
  }

  // Written out, as a record's own is made at run time, and the start of a sandbox has a limit:
  // docs/performance-notes.md#the-start-of-the-sandbox.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IntegrationId that && value.equals(that.value);
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
