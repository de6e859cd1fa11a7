package io.inboxport.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kind of entry in the timeline of a conversation.
 *
 * <p>The vocabulary is open: {@link #of} takes any text the server sends and keeps it. Texts are
 * compared without regard to case, so {@code of("NOTE")} equals {@link #NOTE}. Immutable and
 * thread-safe.
 *
 * <p>The vendor shows {@code note} and {@code share}, which are known. It names messages, comments
 * and likes in prose only. Their texts are guesses, so these values do not count as known.
 */
public final class EntryType extends OpenTerm<EntryType.Known> {
  /** The values known to this version, for tables and switches. */
  public enum Known {
    /** An internal note. */
    NOTE,
    /** A share. */
    SHARE
  }

  /** An internal note. */
  public static final EntryType NOTE = new EntryType("note", "note", Known.NOTE);

  /** A share. */
  public static final EntryType SHARE = new EntryType("share", "share", Known.SHARE);

  /**
   * A direct message, from the customer or to them. The vendor does not document the text;
   * "message" is a guess: do not rely on it.
   */
  public static final EntryType MESSAGE = new EntryType("message", "message", null);

  /**
   * A public comment, from the customer or to them. The vendor does not document the text;
   * "comment" is a guess: do not rely on it.
   */
  public static final EntryType COMMENT = new EntryType("comment", "comment", null);

  /** A like. The vendor does not document the text; "like" is a guess: do not rely on it. */
  public static final EntryType LIKE = new EntryType("like", "like", null);

  private static final List<EntryType> VALUES = List.of(NOTE, SHARE);

  private EntryType(String text, String name, @Nullable Known known) {
    super(text, name, known);
  }

  /** Returns the value for this text, which may be unknown or empty; never throws on a text. */
  public static EntryType of(String text) {
    return find(text, VALUES, EntryType::new);
  }

  /** Returns the known values, in the order of {@link Known}. */
  public static List<EntryType> values() {
    return VALUES;
  }
}
