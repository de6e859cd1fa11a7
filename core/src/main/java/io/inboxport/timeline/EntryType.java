package io.inboxport.timeline;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Kind of timeline entry.
 *
 * <p>The vocabulary is open: {@link #of} takes any text the server sends and keeps it. Texts are
 * compared without regard to case, so {@code of("NOTE")} equals {@link #NOTE}. Immutable and
 * thread-safe.
 *
 * <p>The vendor shows {@code note} and {@code share}, and names messages, comments and likes in
 * prose only. Most texts are guesses, so no value counts as known.
 *
 * @param text the text as the server gave it; may be empty
 */
public record EntryType(String text) {
  /** An internal note. */
  public static final EntryType NOTE = new EntryType("note");

  /** A share. */
  public static final EntryType SHARE = new EntryType("share");

  /**
   * A direct message, from the customer or to them. The vendor does not document the text;
   * "message" is a guess: do not rely on it.
   */
  public static final EntryType MESSAGE = new EntryType("message");

  /**
   * A public comment, from the customer or to them. The vendor does not document the text;
   * "comment" is a guess: do not rely on it.
   */
  public static final EntryType COMMENT = new EntryType("comment");

  /** A like. The vendor does not document the text; "like" is a guess: do not rely on it. */
  public static final EntryType LIKE = new EntryType("like");

  private static final List<EntryType> VALUES = List.of(NOTE, SHARE, MESSAGE, COMMENT, LIKE);

  /** Creates the value for this text. */
  public EntryType {
    Objects.requireNonNull(text, "text");
  }

  /** Returns the value for this text, which may be unknown or empty; never throws on a text. */
  public static EntryType of(String text) {
    for (var value : VALUES) {
      if (value.text.equals(text)) {
        return value;
      }
    }
    return new EntryType(text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntryType that && folded().equals(that.folded());
  }

  @Override
  public int hashCode() {
    return folded().hashCode();
  }

  @Override
  public String toString() {
    return text.isEmpty() ? "(none)" : text;
  }

  private String folded() {
    return text.toLowerCase(Locale.ROOT);
  }
}
