package io.inboxport.directory;

import io.inboxport.text.IdRule;

/**
 * Id of a canned response, such as {@code cnr000000000001}: opaque, compared as it stands, never
 * parsed.
 *
 * @param value the server's own text, not blank
 */
public record ResponseId(String value) {
  /**
   * Creates the id.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public ResponseId {
    IdRule.check("canned response id", value);
  }

  /**
   * Returns the id with this text.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public static ResponseId of(String value) {
    return new ResponseId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
