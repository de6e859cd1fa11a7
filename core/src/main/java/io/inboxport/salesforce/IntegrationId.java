package io.inboxport.salesforce;

import io.inboxport.text.IdRule;

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

  @Override
  public String toString() {
    return value;
  }
}
