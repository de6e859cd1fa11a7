package io.inboxport.tag;

import io.inboxport.text.TextLimit;

/**
 * Name of a tag: 1 to 64 code points (the limit of the vendor's page on tags), without white space
 * around it. Names are compared as they stand, upper and lower case included: no page of the vendor
 * says that the server ignores case.
 *
 * @param value the name
 */
public record TagName(String value) {
  /**
   * Creates the name, without the white space around it.
   *
   * @throws IllegalArgumentException when the text is blank or has more than 64 code points, or is
   *     not {@linkplain io.inboxport.text.WellFormedText well-formed}
   */
  public TagName {
    value = TextLimit.TAG_NAME.check(value.strip());
  }

  /**
   * Returns the name with this text, without the white space around it.
   *
   * @throws IllegalArgumentException when the text is blank or has more than 64 code points, or is
   *     not {@linkplain io.inboxport.text.WellFormedText well-formed}
   */
  public static TagName of(String value) {
    return new TagName(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
