package io.inboxport.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kind of inbox item that a conversation is.
 *
 * <p>The vocabulary is open: {@link #of} takes any text the server sends and keeps it. Texts are
 * compared without regard to case, so {@code of("CONVERSATION")} equals {@link #CONVERSATION}.
 * Immutable and thread-safe.
 */
public final class ItemType extends OpenTerm<ItemType.Known> {
  /** The values known to this version, for tables and switches. */
  public enum Known {
    /** A direct message. */
    CONVERSATION,
    /** Comments on a public post; the vendor says "post comments". */
    POST,
    /** A public mention of the profile. */
    MENTION,
    /** A public reply. The vendor does not say to what. */
    REPLY
  }

  /** A direct message. */
  public static final ItemType CONVERSATION =
      new ItemType("Conversation", "Conversation", Known.CONVERSATION);

  /** Comments on a public post; the vendor says "post comments". */
  public static final ItemType POST = new ItemType("Post", "Post", Known.POST);

  /** A public mention of the profile. */
  public static final ItemType MENTION = new ItemType("Mention", "Mention", Known.MENTION);

  /** A public reply. The vendor does not say to what. */
  public static final ItemType REPLY = new ItemType("Reply", "Reply", Known.REPLY);

  private static final List<ItemType> VALUES = List.of(CONVERSATION, POST, MENTION, REPLY);

  private ItemType(String text, String name, @Nullable Known known) {
    super(text, name, known);
  }

  /** Returns the value for this text, which may be unknown or empty; never throws on a text. */
  public static ItemType of(String text) {
    return find(text, VALUES, ItemType::new);
  }

  /** Returns the known values, in the order of {@link Known}. */
  public static List<ItemType> values() {
    return VALUES;
  }
}
