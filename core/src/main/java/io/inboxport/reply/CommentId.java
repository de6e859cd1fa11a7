package io.inboxport.reply;

import io.inboxport.text.IdRule;

/**
 * Id of the public comment that a reply is threaded under, such as {@code eit000000000003}: opaque,
 * compared as it stands, never parsed.
 *
 * @param value the server's own text, not blank
 */
public record CommentId(String value) {
  /**
   * Creates the id.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public CommentId {
    IdRule.check("comment id", value);
  }

  /**
   * Returns the id with this text.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public static CommentId of(String value) {
    return new CommentId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
