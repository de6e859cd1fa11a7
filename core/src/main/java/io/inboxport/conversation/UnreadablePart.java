package io.inboxport.conversation;

import java.util.Objects;

/**
 * Part of an answer that could not be read: an item, which was left out, or one field of an item
 * that came. A broken part never costs the page it came on, and never goes missing silently.
 *
 * @param where the place of the part in the answer, such as {@code "Conversations.Items[3]"} or
 *     {@code "Timeline[0].Created"}
 * @param problem what was wrong with it, in words; never holds its content
 * @param wholeItem whether the whole item was left out; otherwise only the field is unknown
 */
public record UnreadablePart(String where, String problem, boolean wholeItem) {
  /** Creates the report. */
  public UnreadablePart {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(problem, "problem");
  }

  /** Creates the report on an item that was left out. */
  public UnreadablePart(String where, String problem) {
    this(where, problem, true);
  }
}
