package io.inboxport.salesforce;

import io.inboxport.text.IdRule;

/**
 * Id of a Salesforce contact, such as {@code 003000000000001}: opaque, compared as it stands, never
 * parsed.
 *
 * @param value the server's own text, not blank
 */
public record SalesforceContactId(String value) {
  /**
   * Creates the id.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public SalesforceContactId {
    IdRule.check("Salesforce contact id", value);
  }

  /**
   * Returns the id with this text.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public static SalesforceContactId of(String value) {
    return new SalesforceContactId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
