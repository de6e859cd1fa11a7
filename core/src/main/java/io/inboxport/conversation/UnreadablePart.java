package io.inboxport.conversation;

import java.util.Objects;

/**
 * Item of an answer that could not be read and was left out. A broken item never costs the page it
 * came on, and never goes missing silently.
 *
 * @param where the place of the item in the answer, such as {@code "Conversations.Items[3]"}
 * @param problem what was wrong with it, in words; never holds the item's content
 */
public record UnreadablePart(String where, String problem) {
  /** Creates the report. */
  public UnreadablePart {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(problem, "problem");
  }
}
