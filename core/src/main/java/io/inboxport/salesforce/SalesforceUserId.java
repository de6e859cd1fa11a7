package io.inboxport.salesforce;

import io.inboxport.text.IdRule;

/**
 * Id of the owner of a Salesforce case (the vendor's {@code case_owner}), such as {@code
 * 005000000000001}: opaque, compared as it stands, never parsed. The vendor does not document
 * whether the server takes anything but a user.
 *
 * @param value the server's own text, not blank
 */
public record SalesforceUserId(String value) {
  /**
   * Creates the id.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public SalesforceUserId {
    IdRule.check("Salesforce user id", value);
  }

  /**
   * Returns the id with this text.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public static SalesforceUserId of(String value) {
    return new SalesforceUserId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
