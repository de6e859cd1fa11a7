package io.inboxport.timeline;

import io.inboxport.text.IdRule;

/**
 * Id of a timeline entry, and the cursor of a timeline, such as {@code eat000000000001}: opaque,
 * compared as it stands, never parsed.
 *
 * @param value the server's own text, not blank
 */
public record TimelineEntryId(String value) {
  /**
   * Creates the id.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public TimelineEntryId {
    IdRule.check("timeline entry id", value);
  }

  /**
   * Returns the id with this text.
   *
   * @throws IllegalArgumentException when the text is blank, {@code "."}, {@code ".."} or not
   *     well-formed
   */
  public static TimelineEntryId of(String value) {
    return new TimelineEntryId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
