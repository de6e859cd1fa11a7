package io.inboxport.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a conversation still wants work.
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
    for (var value : VALUES) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    for (var value : VALUES) {
      if (value.name().equalsIgnoreCase(text)) {
        return new Status(text, value.name(), value.known().orElse(null));
      }
    }
    return new Status(text, text, null);
  }

  /** The known values, in the order of {@link Known}. */
  public static List<Status> values() {
    return VALUES;
  }
}
