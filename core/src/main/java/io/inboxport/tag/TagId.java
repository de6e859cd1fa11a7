package io.inboxport.tag;

import io.inboxport.text.IdRule;

/**
 * Id of a tag, such as {@code etg000000000001}: opaque, compared as it stands, never parsed.
 *
 * @param value the server's own text, not blank
 */
public record TagId(String value) {
  /**
   * Creates the id.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public TagId {
    IdRule.check("tag id", value);
  }

  /**
   * Returns the id with this text.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public static TagId of(String value) {
    return new TagId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
