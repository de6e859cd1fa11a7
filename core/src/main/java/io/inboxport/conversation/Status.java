package io.inboxport.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Status of a conversation: open while it wants work, closed when it is done.
 *
 * <p>The vocabulary is open: {@link #of} takes any text the server sends and keeps it. Texts are
 * compared without regard to case, so {@code of("OPEN")} equals {@link #OPEN}. Immutable and
 * thread-safe.
 */
public final class Status extends OpenTerm<Status.Known> {
  /** The values known to this version, for tables and switches. */
  public enum Known {
    /** The conversation wants work; only in this status can it be replied to. */
    OPEN,
    /** The conversation is done; new inbound activity opens it again. */
    CLOSED
  }

  /** The conversation wants work; only in this status can it be replied to. */
  public static final Status OPEN = new Status("open", "open", Known.OPEN);

  /** The conversation is done; new inbound activity opens it again. */
  public static final Status CLOSED = new Status("closed", "closed", Known.CLOSED);

  private static final List<Status> VALUES = List.of(OPEN, CLOSED);

  private Status(String text, String name, @Nullable Known known) {
    super(text, name, known);
  }

  /** Returns the value for this text, which may be unknown or empty; never throws on a text. */
  public static Status of(String text) {
    return find(text, VALUES, Status::new);
  }

  /** Returns the known values, in the order of {@link Known}. */
  public static List<Status> values() {
    return VALUES;
  }
}
