package io.inboxport.conversation;

import java.util.Objects;

/**
 * One item of an answer that could not be read and was left out.
 *
 * <p>A broken item never costs the page it came on, and never goes missing silently either.
 *
 * @param where where in the answer the item stood, such as {@code "Conversations.Items[3]"}
 * @param problem what was wrong with it, in words; never holds the item's content
 */
public record UnreadablePart(String where, String problem) {
  /** Creates the report. */
  public UnreadablePart {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(problem, "problem");
  }
}
